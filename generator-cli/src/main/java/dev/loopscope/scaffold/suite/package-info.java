/** What pytest would make of a project's files, read without running them. */
@NullMarked
package dev.loopscope.scaffold.suite;

import org.jspecify.annotations.NullMarked;
