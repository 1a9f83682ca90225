package dev.loopscope.scaffold.suite.resource.step;

import dev.loopscope.scaffold.python.tree.Clause.Handler;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.suite.code.Caught;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Reach;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Truth;
import dev.loopscope.scaffold.suite.resource.flow.Frame;
import dev.loopscope.scaffold.suite.resource.flow.ValueReading;
import dev.loopscope.scaffold.suite.resource.primitive.Step;
import dev.loopscope.scaffold.suite.resource.value.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a function does to shared primitives, in the order of a run. Where that depends on
 * what cannot be read, and has to do with them, it is unknown.
 */
public final class StepReading {
  private final Frame frame;
  private final ValueReading values;
  private final StepCalls calls;
  private final String function;
  private final boolean toTheYield;
  private boolean returned;

  /**
   * Reads a function.
   *
   * @param toTheYield whether what stands behind a {@code yield} is left out
   * @param given what its parameters and the variables around it hold
   */
  public StepReading(
      StepSurroundings around,
      SourceFile file,
      FunctionDef function,
      Map<String, Content> given,
      int depth,
      boolean toTheYield) {
    this.function = function.name().id();
    this.toTheYield = toTheYield;
    this.frame = new Frame(file, FunctionCode.of(file, function).places());
    this.values = new ValueReading(around.query, frame);
    for (Parameter parameter : function.parameters()) {
      frame.variables.put(parameter.name(), Content.NOTHING);
    }
    frame.variables.putAll(given);
    this.calls = new StepCalls(around, frame, values, depth);
  }

  /** All that the body of a function does. */
  public List<Step> of(FunctionDef function) {
    return calls.within(() -> block(function.body()));
  }

  private void block(List<Statement> statements) {
    for (Statement statement : statements) {
      if (!returned) {
        read(statement);
      }
    }
  }

  private List<Step> inner(List<Statement> statements) {
    return calls.within(() -> block(statements));
  }

  private void read(Statement statement) {
    if (statement instanceof FunctionDef it) {
      frame.variables.put(it.name().id(), values.closure(it));
    } else if (statement instanceof With it) {
      with(it, 0);
    } else if (statement instanceof If it) {
      branch(it);
    } else if (statement instanceof For it) {
      loop(it);
    } else if (statement instanceof While it) {
      loop(it);
    } else if (statement instanceof Try it) {
      attempt(it);
    } else if (statement instanceof Return it) {
      it.value().ifPresent(calls::expression);
      returned = true;
    } else if (statement instanceof ClassDef) {
      // What its body does is done by nobody who shares primitives.
      return;
    } else if (Reach.leaves(statement)) {
      calls.add(new Step.Unknown());
    } else {
      simple(statement);
    }
  }

  private void simple(Statement statement) {
    int started = calls.started();
    statement.forEachChild(this::expressions);
    returned |= toTheYield && holdsYield(statement);
    if (statement instanceof Assign it) {
      it.targets().forEach(target -> assign(target, it.value(), started));
    } else if (statement instanceof AnnAssign it) {
      it.value().ifPresent(value -> assign(it.target(), value, started));
    }
  }

  private static boolean holdsYield(Node node) {
    boolean[] found = {node instanceof Yield};
    node.forEachChild(child -> found[0] |= holdsYield(child));
    return found[0];
  }

  private void expressions(Node node) {
    if (node instanceof Expression it) {
      calls.expression(it);
    } else {
      node.forEachChild(this::expressions);
    }
  }

  private void assign(Expression target, Expression value, int started) {
    Content content = values.of(value);
    values.assign(target, content);
    if (target instanceof Name name) {
      calls.name(name.id(), started);
    } else if (calls.primitives().areIn(content) && !isOfNewObject(target)) {
      calls.add(new Step.Unknown());
    }
  }

  /** What a constructor keeps in its object is found there by whoever has the object. */
  private boolean isOfNewObject(Expression target) {
    return function.equals("__init__")
        && target instanceof Attribute attribute
        && attribute.value() instanceof Name self
        && frame.variables.containsKey(self.id());
  }

  private void branch(If branch) {
    calls.expression(branch.test());
    Optional<Boolean> truth = Truth.of(branch.test());
    if (truth.isPresent()) {
      block(truth.orElseThrow() ? branch.body() : branch.orElse());
      return;
    }
    boolean around = frame.conditional;
    frame.conditional = true;
    boolean before = returned;
    List<Step> body = inner(branch.body());
    List<Step> orElse = inner(branch.orElse());
    boolean leaves = returned != before;
    returned = before;
    frame.conditional = around;
    calls.addDoubtful(body);
    calls.addDoubtful(orElse);
    if (leaves) {
      calls.add(new Step.Unknown());
    }
  }

  private void loop(For loop) {
    calls.expression(loop.iterable());
    Content elements = values.of(loop.iterable());
    values.assign(loop.target(), ValueReading.element(elements, Content.ELEMENTS));
    int count = loop.async() ? -1 : StepCalls.count(loop.iterable());
    if (count < 0) {
      calls.addDoubtful(inner(loop.body()));
    } else {
      for (int time = 0; time < count; time++) {
        block(loop.body());
      }
    }
    block(loop.orElse());
  }

  private void loop(While loop) {
    List<Step> test = calls.within(() -> calls.expression(loop.test()));
    List<Step> body = inner(loop.body());
    if (test.isEmpty() && Truth.of(loop.test()).equals(Optional.of(true)) && !returned) {
      calls.add(new Step.Repeat(body));
    } else {
      returned = false;
      calls.addDoubtful(test);
      calls.addDoubtful(body);
    }
  }

  private void attempt(Try attempt) {
    List<Step> body = new ArrayList<>(inner(attempt.body()));
    boolean left = returned;
    body.addAll(inner(attempt.orElse()));
    if (attempt.handlers().isEmpty()) {
      calls.addAll(body);
    } else if (attempt.handlers().stream().allMatch(it -> Caught.passesRuntimeErrors(it.type()))) {
      returned = false;
      List<Step> handler =
          attempt.handlers().stream()
              .filter(it -> it.type().filter(Caught::takesTheEndOfWaiting).isPresent())
              .findFirst()
              .map(this::handled)
              .orElse(List.of(new Step.Unknown()));
      calls.add(new Step.Guard(body, handler));
    } else {
      calls.addDoubtful(body);
      attempt.handlers().forEach(it -> calls.addDoubtful(handled(it)));
    }
    returned = false;
    block(attempt.finalBody());
    returned |= left;
  }

  private List<Step> handled(Handler handler) {
    List<Step> steps = inner(handler.body());
    returned = false;
    return steps;
  }

  private void with(With block, int item) {
    if (item == block.items().size()) {
      block(block.body());
      return;
    }
    Expression context = block.items().get(item).context();
    Optional<Expression> target = block.items().get(item).target();
    calls.entered(context, target, block.async(), () -> with(block, item + 1));
  }
}
