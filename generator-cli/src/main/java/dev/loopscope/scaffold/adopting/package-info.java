/**
 * Finds out what a suite was made from that does not say so: by comparing it with what each release
 * writes for each answer, and, where no release wrote it, by what its code says.
 */
@NullMarked
package dev.loopscope.scaffold.adopting;

import org.jspecify.annotations.NullMarked;
