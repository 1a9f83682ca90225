/**
 * What a project says about its checks: {@code pyproject.toml} and {@code .scaffold/check.toml}.
 */
@NullMarked
package dev.loopscope.scaffold.check.settings;

import org.jspecify.annotations.NullMarked;
