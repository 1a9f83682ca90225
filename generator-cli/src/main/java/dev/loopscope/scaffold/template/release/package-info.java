/**
 * Released templates, frozen: a suite can be rendered as the version that wrote it did, whatever
 * has become of the templates, the catalogue and the variables since. Depends on {@code template}.
 */
@NullMarked
package dev.loopscope.scaffold.template.release;

import org.jspecify.annotations.NullMarked;
