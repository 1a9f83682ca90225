package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.collect.HookMarks.Effect;
import dev.loopscope.scaffold.suite.collect.HookMarks.Items;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.MarkReader;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the hooks of conftests and plugin modules do to marks and parameters. */
public final class HookReader {
  private static final String MODIFY_ITEMS = "pytest_collection_modifyitems";

  /** Hooks that are called with items or functions while they are collected. */
  private static final List<String> OTHERS =
      List.of("pytest_itemcollected", "pytest_pycollect_makeitem", "pytest_collection_finish");

  private static final Set<String> LOOP_MARKS = Set.of("asyncio", "anyio");
  private static final Set<String> CHANGES = Set.of("own_markers", "pytestmark");

  private final Resolver resolver;
  private final MarkReader marks;

  /** A reader that follows names with {@code resolver}. */
  public HookReader(Resolver resolver, MarkReader marks) {
    this.resolver = resolver;
    this.marks = marks;
  }

  /** What the hooks of a conftest or plugin add. */
  public HookMarks marks(SourceFile module) {
    HookMarks all = HookMarks.NONE;
    Set<String> names = resolver.memberNames(module);
    if (names.contains(MODIFY_ITEMS)
        && resolver.member(module, MODIFY_ITEMS) instanceof Resolution.Function hook) {
      all = all.then(ofHook(hook.file(), hook.definition()));
    }
    for (String other : OTHERS) {
      if (names.contains(other)
          && resolver.member(module, other) instanceof Resolution.Function hook
          && mayAddLoopMarks(hook)) {
        all = all.then(unknown("the hook `" + other + "` adds marks"));
      }
    }
    return all;
  }

  private static HookMarks unknown(String reason) {
    return new HookMarks(List.of(), Optional.of(reason));
  }

  private HookMarks ofHook(SourceFile file, FunctionDef function) {
    ItemHook hook = new ItemHook(resolver, file, function);
    HookMarks all = HookMarks.NONE;
    for (Node node : nodes(function)) {
      if (node instanceof Call call && isAddMarker(call)) {
        all = all.then(added(file, function, hook, call));
      } else if (node instanceof Call call
          && resolver.resolve(file, call.function()) instanceof Resolution.Function called
          && mayAddLoopMarks(called)) {
        all =
            all.then(unknown("`" + file.text(call.function()) + "` in a hook adds marks to items"));
      } else if (node instanceof Attribute attribute && attribute.attr().equals("own_markers")) {
        all = all.then(unknown("the hook `" + MODIFY_ITEMS + "` changes `own_markers`"));
      }
    }
    return all;
  }

  private HookMarks added(SourceFile file, FunctionDef function, ItemHook hook, Call call) {
    if (call.arguments().isEmpty()) {
      return unknown("`add_marker` in a hook has no mark that can be read");
    }
    Expression argument = call.arguments().get(0);
    if (isHarmless(file, function, argument)) {
      return HookMarks.NONE;
    }
    Optional<Mark> mark = mark(file, argument);
    if (mark.isEmpty()) {
      return unknown(
          "`" + file.text(argument) + "`, which a hook adds, is no mark that can be read");
    }
    if (!LOOP_MARKS.contains(mark.orElseThrow().name())) {
      return HookMarks.NONE;
    }
    Reading<Boolean> append = append(file, call);
    Optional<Items> items = hook.reached(call);
    return items.isEmpty() || !append.isKnown()
        ? unknown("it is not known which tests a hook adds `" + file.text(argument) + "` to")
        : new HookMarks(
            List.of(new Effect(items.orElseThrow(), mark.orElseThrow(), append.is(false))),
            Optional.empty());
  }

  /**
   * Whether a mark is named by a variable, alone or in {@code getattr(pytest.mark, name)}, that
   * goes over names of other marks.
   */
  private boolean isHarmless(SourceFile file, FunctionDef function, Expression argument) {
    Expression named =
        argument instanceof Call call
                && call.function() instanceof Name getter
                && getter.id().equals("getattr")
                && call.arguments().size() > 1
            ? call.arguments().get(1)
            : argument;
    return named instanceof Name variable
        && nodes(function).stream()
            .filter(For.class::isInstance)
            .map(For.class::cast)
            .filter(it -> it.target() instanceof Name target && target.id().equals(variable.id()))
            .map(it -> resolver.strings(file, it.iterable()).toOptional())
            .flatMap(Optional::stream)
            .anyMatch(names -> names.stream().noneMatch(LOOP_MARKS::contains));
  }

  private Optional<Mark> mark(SourceFile file, Expression argument) {
    Optional<Mark> mark = marks.mark(file, argument, MarkLevel.HOOK, Optional.empty());
    return mark.or(
        () ->
            resolver
                .string(file, argument)
                .toOptional()
                .map(
                    name ->
                        new Mark(
                            name,
                            MarkLevel.HOOK,
                            file,
                            argument,
                            argument,
                            file,
                            Optional.empty(),
                            Optional.empty())));
  }

  private Reading<Boolean> append(SourceFile file, Call call) {
    Optional<Expression> keyword =
        call.keywords().stream()
            .filter(it -> it.name().filter("append"::equals).isPresent())
            .map(it -> it.value())
            .findFirst();
    Optional<Expression> value =
        call.arguments().size() > 1 ? Optional.of(call.arguments().get(1)) : keyword;
    return value.isEmpty() ? Reading.known(true) : resolver.bool(file, value.orElseThrow());
  }

  private static boolean isAddMarker(Call call) {
    return call.function() instanceof Attribute attribute && attribute.attr().equals("add_marker");
  }

  /** Whether a function changes the marks of items. */
  private boolean mayAddLoopMarks(Resolution.Function function) {
    boolean changes = false;
    for (Node node : nodes(function.definition())) {
      changes |=
          node instanceof Attribute attribute
              && (attribute.attr().equals("add_marker") || CHANGES.contains(attribute.attr()));
    }
    return changes;
  }

  private static List<Node> nodes(FunctionDef function) {
    List<Node> all = new ArrayList<>();
    for (Statement statement : function.body()) {
      Walk.preOrder(statement, all::add);
    }
    return all;
  }
}
