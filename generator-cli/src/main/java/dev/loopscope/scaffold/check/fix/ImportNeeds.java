package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a module imports, and which of it the module itself uses. What may be a use counts as one: a
 * parameter or a local name that is spelled as the import is, and words of annotations that are
 * texts.
 */
final class ImportNeeds {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final SyntaxTree tree;
  private final List<Node> scopes = new ArrayList<>();
  private final List<Node> guards = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Binding> bindings = new ArrayList<>();

  private record Use(String name, int at) {}

  /**
   * A name that an import binds.
   *
   * @param scope the names of the functions and classes around it, from the outside
   * @param name what is bound
   * @param statement the import
   * @param index which of its names it is
   * @param needed whether it is used, or must be kept for another reason
   */
  record Binding(String scope, String name, Statement statement, int index, boolean needed) {
    /** Whether it is the same name of the same place, in a text before or after an edit. */
    boolean isLike(Binding other) {
      return scope.equals(other.scope) && name.equals(other.name);
    }
  }

  ImportNeeds(SyntaxTree tree) {
    this.tree = tree;
    List<Statement> imports = new ArrayList<>();
    Walk.preOrder(tree.module(), node -> read(node, imports));
    imports.forEach(this::bind);
  }

  /** In the order of the text. */
  List<Binding> bindings() {
    return bindings;
  }

  private void read(Node node, List<Statement> imports) {
    if (node instanceof Import || node instanceof ImportFrom) {
      imports.add((Statement) node);
    } else if (node instanceof FunctionDef function) {
      scopes.add(function);
      function.returns().ifPresent(this::readText);
    } else if (node instanceof ClassDef) {
      scopes.add(node);
    } else if (node instanceof CompoundStatement.Try) {
      guards.add(node);
    } else if (node instanceof Name name) {
      uses.add(new Use(name.id(), name.start()));
    } else if (node instanceof Clause.Parameter parameter) {
      uses.add(new Use(parameter.name(), parameter.start()));
      parameter.annotation().ifPresent(this::readText);
    } else if (node instanceof AnnAssign assign) {
      readText(assign.annotation());
    } else if (node instanceof Assign assign
        && assign.targets().stream().anyMatch(ImportNeeds::isExportList)) {
      readText(assign.value());
    } else if (node instanceof AugAssign assign && isExportList(assign.target())) {
      readText(assign.value());
    }
  }

  private static boolean isExportList(Node target) {
    return target instanceof Name name && name.id().equals("__all__");
  }

  /** The words of the texts in it are names: it is an annotation, or says what is exported. */
  private void readText(Node place) {
    Walk.preOrder(
        place,
        node -> {
          if (node instanceof StringLiteral text) {
            Matcher words = WORD.matcher(text.value());
            while (words.find()) {
              uses.add(new Use(words.group(), text.start()));
            }
          }
        });
  }

  private void bind(Statement statement) {
    List<Clause.Alias> names =
        statement instanceof Import plain ? plain.names() : ((ImportFrom) statement).names();
    boolean kept = isKept(statement);
    Node scope = scope(statement);
    Set<String> used = new HashSet<>();
    for (Use use : uses) {
      if (scope.start() <= use.at() && use.at() < scope.end()) {
        used.add(use.name());
      }
    }
    for (int index = 0; index < names.size(); index++) {
      Clause.Alias alias = names.get(index);
      Optional<String> as = alias.asName();
      String name = as.orElse(first(alias.name(), statement));
      boolean exported = as.filter(alias.name()::equals).isPresent() || name.equals("*");
      bindings.add(
          new Binding(
              scopeName(statement),
              name,
              statement,
              index,
              kept || exported || used.contains(name)));
    }
  }

  private static String first(String name, Statement statement) {
    int dot = statement instanceof Import ? name.indexOf('.') : -1;
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Imports that may fail, speak to the compiler or ask to be left alone. */
  private boolean isKept(Statement statement) {
    boolean future =
        statement instanceof ImportFrom from
            && from.module().filter("__future__"::equals).isPresent();
    int end = tree.source().lineEnd(statement.end());
    return future
        || guards.stream().anyMatch(around(statement))
        || tree.source().text().substring(statement.start(), end).contains("noqa");
  }

  private Node scope(Statement statement) {
    return scopes.stream()
        .filter(FunctionDef.class::isInstance)
        .filter(around(statement))
        .reduce((outer, inner) -> inner)
        .orElse(tree.module());
  }

  private String scopeName(Statement statement) {
    StringBuilder name = new StringBuilder();
    scopes.stream()
        .filter(around(statement))
        .forEach(
            it ->
                name.append(
                        it instanceof FunctionDef f ? f.name().id() : ((ClassDef) it).name().id())
                    .append('.'));
    return name.toString();
  }

  private static Predicate<Node> around(Node inner) {
    return it -> it.start() <= inner.start() && inner.end() <= it.end();
  }
}
