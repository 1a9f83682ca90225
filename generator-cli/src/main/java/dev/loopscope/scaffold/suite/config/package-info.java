/**
 * The configuration a suite runs under, read as pytest reads it but without running it: the file
 * and section that pytest would choose, and the options in it. What cannot be read is a located
 * unknown. May depend on the rooms below it and on {@code suite.module}.
 */
@NullMarked
package dev.loopscope.scaffold.suite.config;

import org.jspecify.annotations.NullMarked;
