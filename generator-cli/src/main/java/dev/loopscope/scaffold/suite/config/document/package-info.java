/**
 * Files of configuration, TOML and INI, with the place of everything in them. May depend on {@code
 * suite.module}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.config.document;

import org.jspecify.annotations.NullMarked;
