/** {@code scaffold doctor}: what a project's tests need, and have, on this machine. */
@NullMarked
package dev.loopscope.scaffold.cli.doctor;

import org.jspecify.annotations.NullMarked;
