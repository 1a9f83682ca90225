package dev.loopscope.scaffold.suite.resource.value;

import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.flow.RoutePattern;

/**
 * A request that code sends to an application by a client of it.
 *
 * @param client what the client is, in terms of the code's parameters
 * @param verb the method, such as {@code GET}
 * @param path the path, with {@link RoutePattern#ANY} for what the text does not tell
 * @param file the file of the call
 * @param call the call that sends it
 * @param entered whether the client's context is entered there, so that it keeps its loop
 */
public record Request(
    Content client, String verb, String path, SourceFile file, Call call, boolean entered) {
  /** The same request by a client that is known. */
  public Request by(Content other) {
    return new Request(other, verb, path, file, call, entered);
  }
}
