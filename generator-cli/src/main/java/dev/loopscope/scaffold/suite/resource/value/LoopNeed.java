package dev.loopscope.scaffold.suite.resource.value;

import dev.loopscope.scaffold.python.tree.Primary.Call;

/**
 * A call that fails for the loop that runs, or because none does.
 *
 * @param call the call
 * @param what what needs a loop, or runs one by hand, which the call leads to
 */
public record LoopNeed(Call call, String what) {}
