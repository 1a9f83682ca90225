/** Plans as JSON: what commands write of them, and what is made of it again. */
@NullMarked
package dev.loopscope.scaffold.cli.plan;

import org.jspecify.annotations.NullMarked;
