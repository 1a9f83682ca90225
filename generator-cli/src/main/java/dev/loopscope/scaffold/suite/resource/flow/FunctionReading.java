package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.NamedExpr;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.python.tree.Suspension.YieldFrom;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Reach;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.resource.MadeOnce;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a function in the order of the text, up to its last {@code yield}. Branches are
 * taken one after the other, and what may be assigned is added to what was there.
 */
final class FunctionReading {
  private final SourceFile file;
  private final List<FunctionCode.Place> places;
  private final Frame frame;
  private final ValueReading values;

  private final Set<Node> assigned = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether it gives what it yields, and nothing else. */
  private boolean generator;

  /**
   * Goes through a function.
   *
   * @param owner the class of the object whose method it is, if it is one and that is known
   */
  FunctionReading(
      Summaries.Query query, SourceFile file, FunctionDef function, Optional<ClassRef> owner) {
    this.file = file;
    this.places = FunctionCode.of(file, function).places();
    this.frame = new Frame(file, places);
    this.values = new ValueReading(query, frame);
    for (Parameter parameter : function.parameters()) {
      frame.variables.put(
          parameter.name(), Content.of(new Part.Parameter(parameter.name(), List.of())));
    }
    frame.method = owner.map(type -> new Frame.Method(function, type));
    owner.ifPresent(
        type -> values.receiver(function, type).ifPresent(it -> addReceiver(function, it)));
  }

  /** Adds what objects of the project's classes parameters are known to be. */
  FunctionReading knowing(Map<String, Content> objects) {
    objects.forEach(
        (name, object) ->
            frame.variables.computeIfPresent(name, (unused, value) -> value.and(object)));
    return this;
  }

  private void addReceiver(FunctionDef function, Part self) {
    function.parameters().stream()
        .findFirst()
        .ifPresent(
            it ->
                frame.variables.computeIfPresent(
                    it.name(), (name, value) -> value.and(Content.of(self))));
  }

  /** Goes through what the import of a file runs. */
  FunctionReading(Summaries.Query query, SourceFile file) {
    this.file = file;
    this.places = FunctionCode.ofModule(file).places();
    this.frame = Frame.ofModule(file, places);
    this.values = new ValueReading(query, frame);
  }

  /** Behind the last {@code yield} as well. */
  Summary toTheEnd() {
    read(places);
    return frame.summary();
  }

  Summary summary() {
    int end = places.size();
    for (int at = 0; at < places.size(); at++) {
      if (places.get(at).node() instanceof Yield || places.get(at).node() instanceof YieldFrom) {
        end = at + 1;
        generator = true;
      }
    }
    read(places.subList(0, end));
    return frame.summary();
  }

  private void read(List<FunctionCode.Place> these) {
    for (FunctionCode.Place place : these) {
      frame.conditional = place.reach() != Reach.ALWAYS;
      frame.guarded = place.guarded();
      frame.here = Optional.of(place.node());
      read(place);
    }
  }

  private void read(FunctionCode.Place place) {
    Node node = place.node();
    if (node instanceof Assign it) {
      assigned.addAll(it.targets());
      Content value = assigned(it.targets().get(0), it.value());
      frame.once = MadeOnce.isMissing(file, places, place, it.targets().get(0));
      it.targets().forEach(target -> assign(target, it.value(), value));
      frame.once = false;
    } else if (node instanceof AnnAssign it) {
      it.value().ifPresent(value -> values.assign(it.target(), assigned(it.target(), value)));
    } else if (node instanceof AugAssign it) {
      values.assign(it.target(), values.of(it.target()).and(values.of(it.value())));
    } else if (node instanceof NamedExpr it) {
      values.of(it);
    } else if (node instanceof With it) {
      it.items().forEach(item -> enter(it, item));
    } else if (node instanceof For it) {
      Content elements = values.of(it.iterable()).flat();
      if (it.async()) {
        frame.waitFor(elements);
      }
      values.assign(it.target(), elements);
    } else if (node instanceof FunctionDef it) {
      if (!frame.importing) {
        frame.variables.put(it.name().id(), values.closure(it));
      }
      it.decorators().forEach(decorator -> values.decorated(decorator, it));
    } else if (node instanceof Return it && !generator) {
      frame.give(value(it.value()), List.of());
    } else if (node instanceof Yield it) {
      frame.give(value(it.value()), place.blocks());
    } else if (node instanceof YieldFrom it) {
      frame.give(values.of(it.value()), place.blocks());
    } else if (node instanceof Await || node instanceof Call) {
      values.of((Expression) node);
    } else if (node instanceof Attribute it && !assigned.contains(it)) {
      values.readProperty(it);
    }
  }

  /** Each of {@code a, b = c, d} is given its own. */
  private void assign(Expression target, Expression value, Content all) {
    List<Expression> parts = target instanceof Tuple tuple ? tuple.elements() : List.of();
    List<Expression> written = value instanceof Tuple tuple ? tuple.elements() : List.of();
    boolean paired =
        !parts.isEmpty()
            && parts.size() == written.size()
            && parts.stream().noneMatch(Starred.class::isInstance)
            && written.stream().noneMatch(Starred.class::isInstance);
    if (!paired) {
      values.assign(target, all);
      return;
    }
    List<Content> contents = written.stream().map(values::of).toList();
    for (int at = 0; at < parts.size(); at++) {
      assign(parts.get(at), written.get(at), contents.get(at));
    }
  }

  private Content assigned(Expression target, Expression value) {
    frame.target = Optional.of(file.text(target));
    Content content = values.of(value);
    frame.target = Optional.empty();
    return content;
  }

  private Content value(Optional<Expression> value) {
    return value.map(values::of).orElse(Content.NOTHING);
  }

  private void enter(With block, WithItem item) {
    Optional<With> around = frame.entering;
    frame.entering = Optional.of(block);
    frame.target = item.target().map(file::text);
    Content entered = values.entered(item.context(), block.async());
    frame.target = Optional.empty();
    frame.entering = around;
    if (!(item.context() instanceof Call)) {
      frame.enter(entered);
    }
    item.target()
        .ifPresent(
            target -> {
              values.assign(target, entered);
              if (target instanceof Name name) {
                frame.stacks.put(name.id(), block);
              }
            });
  }
}
