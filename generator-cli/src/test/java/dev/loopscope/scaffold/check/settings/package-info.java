/** Tests of what a project says about its checks. */
@NullMarked
package dev.loopscope.scaffold.check.settings;

import org.jspecify.annotations.NullMarked;
