package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.prediction.item.TestItem;
import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The nodes around an item, from the session inwards.
 *
 * @param classes the names of the classes around it, outermost first
 */
record NodesOfItem(
    Set<ScopeNode> all, List<String> classes, ScopeNode nearestClass, ScopeNode own) {
  static NodesOfItem of(TestItem item, int number) {
    Set<ScopeNode> all = new LinkedHashSet<>(List.of(ScopeNode.SESSION));
    String module = item.test().collectedIn().path();
    List<String> directories = new ArrayList<>();
    for (String at = Directories.parent(module); !at.isEmpty(); at = Directories.parent(at)) {
      directories.add(0, at);
    }
    all.add(new ScopeNode(Scope.PACKAGE, ""));
    directories.forEach(it -> all.add(new ScopeNode(Scope.PACKAGE, it)));
    all.add(new ScopeNode(Scope.MODULE, module));
    List<String> classes = item.test().collectedBy().map(SuiteClass::path).orElse(List.of());
    ScopeNode own = new ScopeNode(Scope.FUNCTION, Integer.toString(number));
    ScopeNode nearest = own;
    StringBuilder path = new StringBuilder(module);
    for (String name : classes) {
      nearest = new ScopeNode(Scope.CLASS, path.append("::").append(name).toString());
      all.add(nearest);
    }
    all.add(own);
    return new NodesOfItem(all, classes, nearest, own);
  }

  /**
   * The node of a scope. What has class scope outside a class is of the item.
   *
   * @param directory of the package, for that scope
   */
  ScopeNode of(Scope scope, String module, String directory) {
    return switch (scope) {
      case FUNCTION -> own;
      case CLASS -> nearestClass;
      case MODULE -> new ScopeNode(Scope.MODULE, module);
      case PACKAGE -> new ScopeNode(Scope.PACKAGE, directory);
      case SESSION -> ScopeNode.SESSION;
    };
  }
}
