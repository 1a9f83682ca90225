@NullMarked
package dev.loopscope.scaffold.maven;

import org.jspecify.annotations.NullMarked;
