/** One rule a file, named after the hazard. {@code RuleSet} lists them. */
@NullMarked
package dev.loopscope.scaffold.check.rules;

import org.jspecify.annotations.NullMarked;
