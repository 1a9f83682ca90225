/**
 * The names that one file binds: scopes, and the bindings of each name with where and when they
 * hold. Knows the tree of the file and no other file.
 */
@NullMarked
package dev.loopscope.scaffold.suite.module.name;

import org.jspecify.annotations.NullMarked;
