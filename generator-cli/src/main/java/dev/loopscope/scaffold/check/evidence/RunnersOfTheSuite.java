package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Code of a suite that may let something run its async tests that is no plugin it names. */
final class RunnersOfTheSuite {
  private static final String HOOK = "pytest_collection_modifyitems";
  private static final Set<String> ITEMS = Set.of("items", "item");

  /** They leave the items that they are given as they are. */
  private static final Set<String> HARMLESS =
      Set.of(
          "len",
          "list",
          "sorted",
          "enumerate",
          "reversed",
          "filter",
          "tuple",
          "set",
          "isinstance",
          "getattr",
          "hasattr",
          "str",
          "print",
          "any",
          "all",
          "zip");

  private RunnersOfTheSuite() {}

  /** Whether a hook hands the items on or changes their functions, or a plugin is not known. */
  static boolean mayBeIn(SuiteModel model) {
    if (!model.mentions(HOOK) && !model.mentions("pytest_plugins")) {
      return false;
    }
    Set<String> modules =
        model.files().stream()
            .map(it -> model.resolver().sources().moduleName(it))
            .collect(Collectors.toSet());
    return model.files().stream()
        .anyMatch(file -> changesItems(file) || namesOther(file, modules, model));
  }

  private static boolean changesItems(SourceFile file) {
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof FunctionDef hook && hook.name().id().equals(HOOK)) {
        return FunctionCode.of(file, hook).places().stream().anyMatch(it -> changes(it.node()));
      }
    }
    return false;
  }

  private static boolean changes(Node node) {
    if (node instanceof Assign assign) {
      return assign.targets().stream()
          .anyMatch(it -> it instanceof Attribute attribute && attribute.attr().equals("obj"));
    }
    return node instanceof Call call
        && call.arguments().stream().anyMatch(RunnersOfTheSuite::isItems)
        && !(call.function() instanceof Name function && HARMLESS.contains(function.id()))
        && !(call.function() instanceof Attribute method && method.attr().equals("append"));
  }

  private static boolean isItems(Expression argument) {
    return argument instanceof Name name && ITEMS.contains(name.id());
  }

  private static boolean namesOther(SourceFile file, Set<String> modules, SuiteModel model) {
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof Assign assign
          && assign.targets().get(0) instanceof Name name
          && name.id().equals("pytest_plugins")) {
        Optional<List<String>> plugins =
            model.resolver().strings(file, assign.value()).toOptional();
        Optional<List<String>> one =
            model.resolver().string(file, assign.value()).toOptional().map(List::of);
        return plugins.or(() -> one).stream()
                .flatMap(List::stream)
                .anyMatch(it -> !modules.contains(it) && !UnrunTests.KNOWN_PLUGINS.contains(it))
            || plugins.or(() -> one).isEmpty();
      }
    }
    return false;
  }
}
