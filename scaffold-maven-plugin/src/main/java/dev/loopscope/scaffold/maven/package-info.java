/**
 * The commands as goals of Maven's. What a goal takes is what its command takes, so nothing of it
 * is stated here; the plugin's descriptor is written from the same model when this module is built.
 */
@NullMarked
package dev.loopscope.scaffold.maven;

import org.jspecify.annotations.NullMarked;
