package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.name.NameScope;
import dev.loopscope.scaffold.suite.module.name.Names;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that modules use and bind nowhere, after conflicts were resolved in them: what the
 * templates added in places that were none may use what only their side of a conflict imported.
 *
 * @param imported the names that the templates' modules import; of others nothing is said
 */
record UnboundNames(Set<String> imported) {
  UnboundNames {
    imported = Set.copyOf(imported);
  }

  /** Those that the modules of a suite import. */
  static UnboundNames of(FileTree suite) {
    Set<String> imported = new HashSet<>();
    for (RenderedFile file : suite.files()) {
      if (file.path().endsWith(".py")) {
        Walk.preOrder(
            Parser.parse(SourceText.of(file.text())).module(),
            node -> {
              if (node instanceof Clause.Alias alias) {
                imported.add(alias.asName().orElse(alias.name().replaceFirst("\\..*", "")));
              }
            });
      }
    }
    return new UnboundNames(imported);
  }

  /** Those in a module, sorted; none if it imports with a star. */
  List<String> in(String text) {
    SyntaxTree tree = Parser.parse(SourceText.of(text));
    NameScope module = new Names(tree).module();
    Set<String> unbound = new TreeSet<>();
    Walk.preOrder(
        tree.module(),
        node -> {
          if (node instanceof Primary.Name name
              && imported.contains(name.id())
              && !isBound(name, module)) {
            unbound.add(name.id());
          }
        });
    return module.stars().isEmpty() ? List.copyOf(unbound) : List.of();
  }

  private static boolean isBound(Primary.Name name, NameScope module) {
    Optional<NameScope> scope = Optional.of(module.innermost(name.start()));
    while (scope.isPresent()) {
      if (!scope.get().all(name.id()).isEmpty()) {
        return true;
      }
      scope = scope.get().outer();
    }
    return false;
  }
}
