/** {@code scaffold add}: a suite in a repository that has tests. Knows no other command. */
@NullMarked
package dev.loopscope.scaffold.cli.add;

import org.jspecify.annotations.NullMarked;
