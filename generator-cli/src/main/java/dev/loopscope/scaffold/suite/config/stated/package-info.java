/**
 * What the files of a project say about versions: requirements, lock files, tables of build tools.
 * May depend on {@code suite.config.version} and {@code suite.config.document}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.config.stated;

import org.jspecify.annotations.NullMarked;
