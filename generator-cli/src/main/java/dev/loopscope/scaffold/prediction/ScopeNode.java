package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.suite.mark.Scope;

/**
 * A node of pytest's collection tree. What has its scope there is torn down when the run leaves it.
 *
 * @param path of the directory or module, with the classes behind it; the number of an item for one
 *     of function scope; empty for the session
 */
record ScopeNode(Scope scope, String path) {
  static final ScopeNode SESSION = new ScopeNode(Scope.SESSION, "");
}
