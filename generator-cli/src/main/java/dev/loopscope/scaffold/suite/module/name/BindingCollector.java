package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.OpaqueStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds what the statements of a scope bind. Bodies of functions and classes in it are scopes of
 * their own and left alone.
 */
final class BindingCollector {
  /** Statements still to be visited. */
  record Pending(List<Statement> statements, Block block) {}

  private final NameScope scope;
  private final NameScope.Contents contents = new NameScope.Contents();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final SimpleBindings simple = new SimpleBindings(contents);
  private final NestedBlocks nested = new NestedBlocks(contents, pending);

  BindingCollector(NameScope scope) {
    this.scope = scope;
  }

  NameScope.Contents collect() {
    List<Statement> body = scope.tree().module().body();
    if (scope.definition().isPresent()) {
      CompoundStatement definition = scope.definition().orElseThrow();
      if (definition instanceof FunctionDef function) {
        function.parameters().forEach(parameter -> bindParameter(function, parameter));
        body = function.body();
      } else if (definition instanceof ClassDef type) {
        body = type.body();
      }
    }
    // A stack of blocks instead of recursion: an elif is nested in the one before it.
    pending.push(new Pending(body, Block.body()));
    while (!pending.isEmpty()) {
      Pending next = pending.pop();
      next.statements().forEach(statement -> visit(statement, next.block()));
    }
    if (scope.kind() == NameScope.Kind.MODULE) {
      addGlobals();
    }
    contents.sort();
    return contents;
  }

  private void bindParameter(FunctionDef function, Clause.Parameter parameter) {
    String reason = "`" + parameter.name() + "` is a parameter of `" + function.name().id() + "`";
    contents.bind(
        parameter.name(),
        new PlacedBinding(new Binding.Opaque(reason), scope.from(), Block.body()));
  }

  private void visit(Statement statement, Block block) {
    if (statement instanceof FunctionDef function) {
      define(function.name().id(), new Binding.DefinedFunction(function), function, block);
      List<Node> header = header(function);
      header.forEach(node -> simple.expressions(node, block));
      addChild(NameScope.Kind.FUNCTION, function, header, function.name().end());
    } else if (statement instanceof ClassDef type) {
      define(type.name().id(), new Binding.DefinedClass(type), type, block);
      List<Node> header = header(type);
      header.forEach(node -> simple.expressions(node, block));
      addChild(NameScope.Kind.CLASS, type, header, type.name().end());
    } else if (statement instanceof SimpleStatement it) {
      simple.visit(it, block);
      simple.expressions(it, block);
    } else if (statement instanceof OpaqueStatement opaque) {
      nested.unreadable(opaque, block);
    } else if (statement instanceof CompoundStatement compound) {
      nested.visit(compound, block);
    }
  }

  private void define(String name, Binding binding, Statement statement, Block block) {
    simple.bind(name, binding, statement.end(), block);
  }

  private static List<Node> header(FunctionDef function) {
    List<Node> header = new ArrayList<>(function.decorators());
    header.addAll(function.typeParameters());
    header.addAll(function.parameters());
    function.parameters().forEach(it -> it.defaultValue().ifPresent(header::add));
    function.returns().ifPresent(header::add);
    return header;
  }

  private static List<Node> header(ClassDef type) {
    List<Node> header = new ArrayList<>(type.decorators());
    header.addAll(type.typeParameters());
    header.addAll(type.bases());
    header.addAll(type.keywords());
    return header;
  }

  private void addChild(
      NameScope.Kind kind, CompoundStatement definition, List<Node> header, int nameEnd) {
    int from = nameEnd;
    for (Node part : header) {
      from = Math.max(from, part.end());
    }
    contents.children.add(
        new NameScope(
            scope.tree(),
            kind,
            Optional.of(definition),
            Optional.of(scope),
            from,
            definition.end()));
  }

  /** What functions bind by {@code global} may happen at any time, or never. */
  private void addGlobals() {
    NavigableSet<Integer> words = words(scope.tree().source().text(), "global");
    Deque<NameScope> scopes = new ArrayDeque<>(contents.children);
    while (!scopes.isEmpty()) {
      NameScope inner = scopes.pop();
      Integer word = words.ceiling(inner.from());
      if (word == null || word >= inner.to()) {
        // Looking into every function takes as long as reading all of the file.
        continue;
      }
      NameScope.Contents its = inner.contents();
      for (String name : its.globals) {
        Block sometimes =
            new Block(
                Optional.of(Block.body()), Block.Kind.ATTEMPT, inner.from(), inner.from(), 0, 0);
        its.bindings
            .getOrDefault(name, List.of())
            .forEach(
                it -> contents.bind(name, new PlacedBinding(it.binding(), it.from(), sometimes)));
      }
      its.children.forEach(scopes::push);
    }
  }

  private static NavigableSet<Integer> words(String text, String word) {
    NavigableSet<Integer> starts = new TreeSet<>();
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      starts.add(at);
    }
    return starts;
  }
}
