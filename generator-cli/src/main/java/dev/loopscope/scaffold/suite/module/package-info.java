/** Python files of a project and what their names stand for. */
@NullMarked
package dev.loopscope.scaffold.suite.module;

import org.jspecify.annotations.NullMarked;
