package dev.loopscope.scaffold.suite.resource.value;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;

/**
 * What raises when trio runs it.
 *
 * @param expression what the function itself has of it: a call, or what it enters
 * @param what what is called in the end, such as {@code asyncio.sleep}
 * @param file the file of the call that raises
 * @param raising that call: the expression, or one in a function that it leads to
 */
public record AsyncioNeed(Expression expression, String what, SourceFile file, Call raising) {}
