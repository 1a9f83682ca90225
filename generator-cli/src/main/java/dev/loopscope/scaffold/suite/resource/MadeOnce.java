package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Lazy;
import dev.loopscope.scaffold.suite.module.Imported;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What code makes when it is first asked for, and keeps for whoever asks later. */
public final class MadeOnce {
  /** Decorators that call a function once, and give what it gave from then on. */
  private static final Set<String> CACHING =
      Set.of("functools.cache", "functools.lru_cache", "async_lru.alru_cache");

  /** What they are imported from. */
  private static final List<String> CACHES = List.of("functools", "async_lru");

  private MadeOnce() {}

  /** Whether a decorator has a function called once. */
  public static boolean isCaching(SourceFile file, Expression decorator, Resolver resolver) {
    Expression called = decorator instanceof Call call ? call.function() : decorator;
    return resolver.qualifiedName(file, called).filter(CACHING::contains).isPresent();
  }

  /**
   * Whether what an assignment puts somewhere is made only if nothing is there: a run may leave it
   * out, and a condition before it asks for that place. Who asks for a loop may make one for each.
   *
   * @param code of the function that the assignment stands in
   * @param target what is assigned to
   */
  public static boolean isMissing(
      SourceFile file, List<FunctionCode.Place> code, FunctionCode.Place place, Expression target) {
    if (!place.conditional()) {
      return false;
    }
    return isAsked(
        file,
        target,
        code.stream()
            .map(FunctionCode.Place::node)
            .filter(node -> node instanceof If && node.start() < target.start())
            .map(node -> file.text(((If) node).test())));
  }

  /** Of files, those from which code can be reached that may make something once. */
  public static ReachedFiles reaching(SourceTree sources) {
    return new ReachedFiles(sources, MadeOnce::mayBeIn);
  }

  private static boolean mayBeIn(SourceFile file) {
    String text = file.source().text();
    if (mayNameCaching(file)) {
      return true;
    }
    // What a name of the function holds is gone with it.
    Lazy<Boolean> names = new Lazy<>(() -> text.contains("global") || text.contains("nonlocal"));
    Deque<Node> next = new ArrayDeque<>(definitions(FunctionCode.ofModule(file)));
    while (!next.isEmpty()) {
      Node node = next.pop();
      if (!(node instanceof FunctionDef function)) {
        node.forEachChild(next::push);
      } else if (file.mayHold(function, "if")
          && new AskedPlaces(text, function.start(), function.end(), names).mayBeAssigned()) {
        FunctionCode code = FunctionCode.of(file, function);
        if (hasMissing(file, code, names)) {
          return true;
        }
        next.addAll(definitions(code));
      }
    }
    return false;
  }

  private static List<Node> definitions(FunctionCode code) {
    return code.nodes().stream()
        .filter(it -> it instanceof FunctionDef || it instanceof ClassDef)
        .toList();
  }

  /** Whatever such a decorator is called elsewhere, the file that gives it that name says both. */
  private static boolean mayNameCaching(SourceFile file) {
    String text = file.source().text();
    return file.imports().stream()
        .map(Imported::first)
        .filter(CACHES::contains)
        .anyMatch(it -> text.contains("cache") || text.contains(it + " import *"));
  }

  private static boolean hasMissing(SourceFile file, FunctionCode code, Lazy<Boolean> names) {
    List<String> conditions = new ArrayList<>();
    int compared = 0;
    for (FunctionCode.Place place : code.places()) {
      if (place.node() instanceof If branch) {
        conditions.add(file.text(branch.test()));
      } else if (place.conditional() && place.node() instanceof Assign assignment) {
        Expression target = assignment.targets().get(0);
        boolean kept = !(target instanceof Name) || assignment.targets().size() > 1 || names.get();
        compared += conditions.size();
        if (kept && (compared > AskedPlaces.MOST || isAsked(file, target, conditions.stream()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAsked(SourceFile file, Expression target, Stream<String> conditions) {
    String there = file.text(target instanceof Subscript of ? of.value() : target);
    return conditions.anyMatch(it -> it.contains(there) && !it.contains("loop"));
  }
}
