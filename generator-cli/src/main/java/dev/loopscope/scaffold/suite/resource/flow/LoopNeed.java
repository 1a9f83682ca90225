package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Primary.Call;

/**
 * A call that fails where no event loop runs.
 *
 * @param call the call
 * @param what the qualified name of what needs the loop, which the call leads to
 */
public record LoopNeed(Call call, String what) {}
