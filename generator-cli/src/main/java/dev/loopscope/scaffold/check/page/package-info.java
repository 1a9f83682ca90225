/** The Markdown pages of the rules: what a rule says to people, and the suites that prove it. */
@NullMarked
package dev.loopscope.scaffold.check.page;

import org.jspecify.annotations.NullMarked;
