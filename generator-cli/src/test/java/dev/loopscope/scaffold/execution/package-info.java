/** Rendered suites, run for real: by pytest, its plugins and the linters, from PyPI. */
@NullMarked
package dev.loopscope.scaffold.execution;

import org.jspecify.annotations.NullMarked;
