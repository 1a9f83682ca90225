/** What fixes do to options of configuration files. */
@NullMarked
package dev.loopscope.scaffold.check.edit.config;

import org.jspecify.annotations.NullMarked;
