@NullMarked
package dev.loopscope.scaffold.suite.module;

import org.jspecify.annotations.NullMarked;
