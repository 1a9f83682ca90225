/**
 * Rules about methods: tests, fixtures and setup methods of classes. One rule a file, named after
 * the hazard. May depend on {@code check}, {@code check.edit} with its rooms, {@code
 * check.evidence} and {@code check.wording}, and on no other family.
 */
@NullMarked
package dev.loopscope.scaffold.check.rules.classes;

import org.jspecify.annotations.NullMarked;
