/**
 * The configuration a suite runs under, read as pytest reads it but without running it: the file
 * and section that pytest would choose, the options in it, and the versions of the plugins that the
 * project allows. What cannot be read is a located unknown.
 */
@NullMarked
package dev.loopscope.scaffold.suite.config;

import org.jspecify.annotations.NullMarked;
