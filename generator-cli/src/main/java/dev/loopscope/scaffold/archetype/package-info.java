/**
 * Compiles the templates into the Maven archetypes. Runs when the product is built, never later.
 */
@NullMarked
package dev.loopscope.scaffold.archetype;

import org.jspecify.annotations.NullMarked;
