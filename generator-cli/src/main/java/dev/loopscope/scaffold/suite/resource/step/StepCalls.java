package dev.loopscope.scaffold.suite.resource.step;

import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Comprehension.GeneratorExp;
import dev.loopscope.scaffold.python.tree.Comprehension.ListComp;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.suite.code.Caught;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.resource.CallArgument;
import dev.loopscope.scaffold.suite.resource.flow.Arguments;
import dev.loopscope.scaffold.suite.resource.flow.Attributes;
import dev.loopscope.scaffold.suite.resource.flow.Constructors;
import dev.loopscope.scaffold.suite.resource.flow.Frame;
import dev.loopscope.scaffold.suite.resource.flow.ValueReading;
import dev.loopscope.scaffold.suite.resource.primitive.Primitive;
import dev.loopscope.scaffold.suite.resource.primitive.Primitive.Operation;
import dev.loopscope.scaffold.suite.resource.primitive.Step;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads what the expressions of a function do to shared primitives. */
final class StepCalls {
  private static final int DEEPEST = 8;

  /** A loop that goes on longer is not gone through. */
  private static final int MOST_ROUNDS = 32;

  private static final Map<String, Operation> AWAITED =
      Map.of(
          "get", Operation.GET,
          "put", Operation.PUT,
          "join", Operation.JOIN,
          "acquire", Operation.ACQUIRE,
          "wait", Operation.WAIT);

  private static final Map<String, Operation> PLAIN =
      Map.of(
          "get_nowait", Operation.GET_NOWAIT,
          "put_nowait", Operation.PUT_NOWAIT,
          "task_done", Operation.TASK_DONE,
          "release", Operation.RELEASE,
          "set", Operation.SET,
          "clear", Operation.CLEAR,
          "notify", Operation.NOTIFY,
          "notify_all", Operation.NOTIFY_ALL);

  private static final Set<String> ASKING = Set.of("empty", "full", "qsize", "locked", "is_set");

  private static final Set<String> STARTING =
      Set.of("asyncio.create_task", "asyncio.ensure_future");
  private static final Set<String> LIMITING =
      Set.of("asyncio.timeout", "async_timeout.timeout", "anyio.fail_after");

  private final StepSurroundings around;
  private final Frame frame;
  private final ValueReading values;
  private final int depth;
  private final Map<String, List<Integer>> tasks = new HashMap<>();
  private final Map<String, List<Integer>> groups = new HashMap<>();
  private List<Step> steps = new ArrayList<>();

  StepCalls(StepSurroundings around, Frame frame, ValueReading values, int depth) {
    this.around = around;
    this.frame = frame;
    this.values = values;
    this.depth = depth;
  }

  SharedPrimitives primitives() {
    return around.primitives;
  }

  void add(Step step) {
    steps.add(step);
  }

  void addAll(List<Step> these) {
    steps.addAll(these);
  }

  /** Adds what may be done or not. */
  void addDoubtful(List<Step> these) {
    if (these.stream().anyMatch(StepCalls::isEffect)) {
      steps.add(new Step.Unknown());
    } else if (!these.isEmpty()) {
      steps.add(new Step.Pause());
    }
  }

  /** The steps that something adds, which are not added here. */
  List<Step> within(Runnable reading) {
    List<Step> outer = steps;
    List<Step> inner = new ArrayList<>();
    steps = inner;
    reading.run();
    steps = outer;
    return inner;
  }

  /** How many tasks were started so far. */
  int started() {
    return around.tasks();
  }

  /** Gives a name to the tasks that were started since. */
  void name(String variable, int since) {
    List<Integer> these = new ArrayList<>();
    for (int task = since; task < around.tasks(); task++) {
      these.add(task);
    }
    tasks.put(variable, these);
  }

  /** How many elements something has; negative if that is not known, or too many. */
  static int count(Expression iterable) {
    if (iterable instanceof Display.ListDisplay it) {
      return count(it.elements());
    }
    if (iterable instanceof Display.Tuple it) {
      return count(it.elements());
    }
    boolean range =
        iterable instanceof Call call
            && call.function() instanceof Name name
            && name.id().equals("range")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof NumberLiteral number
            && number.text().matches("[0-9]{1,2}");
    int count =
        range
            ? Integer.parseInt(((NumberLiteral) ((Call) iterable).arguments().get(0)).text())
            : -1;
    return count > MOST_ROUNDS ? -1 : count;
  }

  private static int count(List<Expression> elements) {
    boolean plain = elements.stream().noneMatch(Starred.class::isInstance);
    return plain && elements.size() <= MOST_ROUNDS ? elements.size() : -1;
  }

  /** Evaluates an expression. */
  void expression(Expression expression) {
    if (expression instanceof Await await) {
      addAll(coroutine(await.value()));
    } else if (expression instanceof Call call) {
      called(call);
    } else if (expression instanceof Comprehension) {
      comprehension(expression);
    } else if (expression instanceof BoolOp it) {
      expression(it.values().get(0));
      addDoubtful(
          within(() -> it.values().subList(1, it.values().size()).forEach(this::expression)));
    } else if (expression instanceof IfExp it) {
      expression(it.test());
      addDoubtful(within(() -> expression(it.body())));
      addDoubtful(within(() -> expression(it.orElse())));
    } else if (!(expression instanceof Lambda)) {
      expression.forEachChild(this::part);
    }
  }

  private void part(Node node) {
    if (node instanceof Expression it) {
      expression(it);
    } else {
      node.forEachChild(this::part);
    }
  }

  private void comprehension(Expression expression) {
    int count = rounds(expression);
    List<Step> once =
        within(
            () ->
                expression.forEachChild(
                    child -> {
                      if (!(child instanceof ForClause)) {
                        part(child);
                      }
                    }));
    if (count < 0 || once.isEmpty()) {
      addDoubtful(once);
      return;
    }
    addAll(once);
    for (int round = 1; round < count; round++) {
      element(expression).ifPresent(this::expression);
    }
  }

  private static Optional<Expression> element(Expression comprehension) {
    return comprehension instanceof ListComp list
        ? Optional.of(list.element())
        : comprehension instanceof GeneratorExp generator
            ? Optional.of(generator.element())
            : Optional.empty();
  }

  private static int rounds(Expression comprehension) {
    List<ForClause> clauses =
        comprehension instanceof ListComp list
            ? list.clauses()
            : comprehension instanceof GeneratorExp generator ? generator.clauses() : List.of();
    return clauses.size() == 1 && !clauses.get(0).async() && clauses.get(0).conditions().isEmpty()
        ? count(clauses.get(0).iterable())
        : -1;
  }

  /** What awaiting something does. */
  private List<Step> coroutine(Expression expression) {
    if (!(expression instanceof Call call)) {
      List<Integer> named = tasks(expression);
      return !named.isEmpty()
          ? List.of(new Step.Join(named))
          : List.of(
              primitives().areIn(values.of(expression)) ? new Step.Unknown() : new Step.Pause());
    }
    Optional<String> library = values.libraryName(call.function());
    if (library.isPresent()) {
      return ofLibrary(library.orElseThrow(), call);
    }
    Optional<Step> operation = operation(call, AWAITED);
    if (operation.isPresent()) {
      arguments(call);
      return List.of(operation.orElseThrow());
    }
    int before = around.tasks();
    if (startsTask(call)) {
      called(call);
      return List.of(new Step.Join(since(before)));
    }
    return followed(call, FunctionKind.COROUTINE).orElseGet(() -> elsewhere(call));
  }

  private List<Integer> since(int before) {
    List<Integer> these = new ArrayList<>();
    for (int task = before; task < around.tasks(); task++) {
      these.add(task);
    }
    return these;
  }

  private List<Step> ofLibrary(String name, Call call) {
    if (name.equals("asyncio.sleep") && !call.arguments().isEmpty()) {
      OptionalDouble seconds = number(call.arguments().get(0));
      return List.of(
          seconds.isPresent() ? new Step.Sleep(seconds.getAsDouble()) : new Step.Pause());
    }
    if (name.equals("asyncio.wait_for") && !call.arguments().isEmpty()) {
      Optional<Expression> limit = new CallArgument("timeout", 1).in(call);
      OptionalDouble seconds = limit.map(this::number).orElse(OptionalDouble.empty());
      return List.of(new Step.Limit(seconds, true, coroutine(call.arguments().get(0))));
    }
    if (name.equals("asyncio.gather") || name.equals("asyncio.shield")) {
      List<Integer> these = new ArrayList<>();
      List<Step> starting = within(() -> call.arguments().forEach(it -> these.addAll(start(it))));
      if (!call.keywords().isEmpty()) {
        return List.of(new Step.Unknown());
      }
      addAll(starting);
      return List.of(new Step.Join(these));
    }
    if (STARTING.contains(name)) {
      int before = around.tasks();
      called(call);
      return List.of(new Step.Join(since(before)));
    }
    return elsewhere(call);
  }

  /** Starts what a call is given as tasks. */
  private List<Integer> start(Expression argument) {
    if (argument instanceof Starred starred) {
      return startAll(starred.value());
    }
    List<Integer> named = tasks(argument);
    int before = around.tasks();
    if (!named.isEmpty()) {
      return named;
    }
    if (argument instanceof Call call && startsTask(call)) {
      called(call);
    } else {
      List<Step> body = coroutine(argument);
      add(new Step.Start(around.nextTask(), body));
      return List.of(around.tasks() - 1);
    }
    return since(before);
  }

  private List<Integer> startAll(Expression several) {
    List<Integer> named = tasks(several);
    if (!named.isEmpty()) {
      return named;
    }
    List<Integer> all = new ArrayList<>();
    Optional<Expression> element = element(several);
    int rounds = rounds(several);
    if (element.isPresent() && rounds >= 0) {
      for (int round = 0; round < rounds; round++) {
        all.addAll(start(element.orElseThrow()));
      }
    } else if (several instanceof Display.ListDisplay list && count(list) >= 0) {
      list.elements().forEach(it -> all.addAll(start(it)));
    } else {
      expression(several);
      add(new Step.Unknown());
    }
    return all;
  }

  private List<Integer> tasks(Expression expression) {
    return expression instanceof Name name ? tasks.getOrDefault(name.id(), List.of()) : List.of();
  }

  /** Calls something that is not awaited. */
  private void called(Call call) {
    Optional<Step> operation = operation(call, PLAIN);
    if (operation.isPresent()) {
      arguments(call);
      add(operation.orElseThrow());
    } else if (startsTask(call)) {
      startTask(call);
    } else if (call.function() instanceof Attribute method && isCalling(method.attr())) {
      callback(method.attr(), call);
    } else if (call.function() instanceof Attribute method
        && method.attr().equals("cancel")
        && tasks(method.value()).size() == 1) {
      add(new Step.Cancel(tasks(method.value()).get(0)));
    } else if (!(call.function() instanceof Attribute method
        && ASKING.contains(method.attr())
        && primitives().of(values.of(method.value())).isPresent())) {
      Optional<List<Step>> inline = followed(call, FunctionKind.SYNC);
      if (inline.isPresent()) {
        addAll(inline.orElseThrow());
      } else {
        addDoubtful(elsewhere(call).stream().filter(Step.Unknown.class::isInstance).toList());
      }
    }
  }

  private boolean startsTask(Call call) {
    boolean method =
        call.function() instanceof Attribute it
            && it.attr().equals("create_task")
            && values.libraryName(it).isEmpty();
    return !call.arguments().isEmpty()
        && (method || values.libraryName(call.function()).filter(STARTING::contains).isPresent());
  }

  private void startTask(Call call) {
    List<Step> body = coroutine(call.arguments().get(0));
    int task = around.nextTask();
    add(new Step.Start(task, body));
    if (call.function() instanceof Attribute method && method.value() instanceof Name group) {
      groups.computeIfPresent(
          group.id(),
          (id, before) -> {
            List<Integer> all = new ArrayList<>(before);
            all.add(task);
            return all;
          });
    }
  }

  private static boolean isCalling(String method) {
    return method.equals("call_soon")
        || method.equals("call_soon_threadsafe")
        || method.equals("call_later");
  }

  private void callback(String method, Call call) {
    int at = method.equals("call_later") ? 1 : 0;
    if (call.arguments().size() <= at) {
      add(new Step.Unknown());
      return;
    }
    Expression function = call.arguments().get(at);
    List<Expression> rest = call.arguments().subList(at + 1, call.arguments().size());
    List<Step> body = within(() -> callFunction(function, rest, call));
    OptionalDouble seconds = at == 1 ? number(call.arguments().get(0)) : OptionalDouble.empty();
    if (at == 1 && seconds.isEmpty()) {
      addDoubtful(body);
    } else if (!body.isEmpty()) {
      add(new Step.Call(seconds, body));
    }
  }

  private void callFunction(Expression function, List<Expression> rest, Call call) {
    if (function instanceof Lambda lambda) {
      expression(lambda.body());
      return;
    }
    if (function instanceof Attribute method) {
      Optional<Primitive> primitive = primitives().of(values.of(method.value()));
      Optional<Operation> operation = Optional.ofNullable(PLAIN.get(method.attr()));
      if (primitive.isPresent() && operation.isPresent()) {
        add(new Step.Do(primitive.orElseThrow(), operation.orElseThrow()));
        return;
      }
    }
    Content all = values.of(function);
    for (Part part : all.parts()) {
      if (part instanceof Part.Code code && all.parts().size() == 1) {
        Optional<Map<String, Content>> taken = taken(code, all, rest);
        if (taken.isPresent()) {
          Arguments arguments = Arguments.given(code.function(), all, taken.orElseThrow());
          addAll(inlined(code, all, arguments));
          return;
        }
      }
    }
    elsewhere(call).stream().filter(Step.Unknown.class::isInstance).forEach(this::add);
  }

  /** What a synchronous function takes of what a loop is to call it with, if that is all of it. */
  private Optional<Map<String, Content>> taken(
      Part.Code code, Content callee, List<Expression> given) {
    List<Parameter> parameters = code.function().parameters();
    int bound = callee.attributes().containsKey(Attributes.RECEIVER) ? 1 : 0;
    boolean fits =
        FunctionKind.of(code.file(), code.function()) == FunctionKind.SYNC
            && isMethod(code)
            && parameters.size() - bound == given.size()
            && given.stream().noneMatch(Starred.class::isInstance)
            && parameters.stream().allMatch(it -> it.kind() == ParameterKind.POSITIONAL_OR_KEYWORD);
    if (!fits) {
      return Optional.empty();
    }
    Map<String, Content> taken = new HashMap<>();
    for (int at = 0; at < given.size(); at++) {
      taken.put(parameters.get(at + bound).name(), values.of(given.get(at)));
    }
    return Optional.of(taken);
  }

  /** An operation on a primitive. */
  private Optional<Step> operation(Call call, Map<String, Operation> operations) {
    if (!(call.function() instanceof Attribute method)) {
      return Optional.empty();
    }
    Operation operation = operations.get(method.attr());
    if (operation == null) {
      return Optional.empty();
    }
    boolean several = operation == Operation.NOTIFY && !call.arguments().isEmpty();
    return primitives()
        .of(values.of(method.value()))
        .map(it -> several ? new Step.Unknown() : new Step.Do(it, operation));
  }

  /** What a call of a function of the project does; empty if it is not known which is called. */
  private Optional<List<Step>> followed(Call call, FunctionKind kind) {
    Content callee = values.of(call.function());
    if (callee.parts().size() != 1) {
      return Optional.empty();
    }
    Part part = callee.parts().iterator().next();
    Part.Code code;
    Content bound = callee;
    if (part instanceof Part.Code it) {
      code = it;
    } else if (part instanceof Part.Type type
        && !Constructors.mayMakeOthers(type.type(), around.query.resolver())
        && around.query.resolver().member(type.type(), "__init__")
            instanceof Resolution.Function init) {
      code = new Part.Code(init.file(), init.definition());
      bound =
          Content.of(code)
              .with(List.of(Attributes.RECEIVER), Content.of(new Part.Instance(type.type())));
    } else {
      return Optional.empty();
    }
    boolean fits = FunctionKind.of(code.file(), code.function()) == kind;
    boolean plain =
        code.function().decorators().isEmpty() || (bound.equals(callee) && isMethod(code));
    if (!fits || !plain) {
      return Optional.empty();
    }
    arguments(call);
    return Optional.of(inlined(code, bound, Arguments.of(call, code.function(), bound, values)));
  }

  private boolean isMethod(Part.Code code) {
    return code.function().decorators().stream()
        .allMatch(
            it ->
                around
                    .query
                    .resolver()
                    .qualifiedName(code.file(), it)
                    .filter(
                        name ->
                            name.equals("builtins.staticmethod")
                                || name.equals("builtins.classmethod"))
                    .isPresent());
  }

  private List<Step> inlined(Part.Code code, Content callee, Arguments arguments) {
    if (depth == DEEPEST || !around.mayFollow()) {
      return List.of(new Step.Unknown());
    }
    FunctionDef function = code.function();
    Map<String, Content> given = new HashMap<>(callee.attributes());
    given.remove(Attributes.RECEIVER);
    arguments.fill(function);
    function.parameters().forEach(it -> given.put(it.name(), arguments.value(it.name())));
    return new StepReading(around, code.file(), function, given, depth + 1, false).of(function);
  }

  /** What a call does that is not followed: its arguments, and whatever it does with primitives. */
  private List<Step> elsewhere(Call call) {
    if (call.function() instanceof Attribute method) {
      expression(method.value());
    }
    arguments(call);
    boolean given =
        call.arguments().stream().anyMatch(this::isGiven)
            || call.keywords().stream().map(Keyword::value).anyMatch(this::isGiven)
            || (call.function() instanceof Attribute method && isGiven(method.value()))
            || (call.function() instanceof Name && isGiven(call.function()))
            || mayTouch(call);
    return List.of(given ? new Step.Unknown() : new Step.Pause());
  }

  /** Whether a function of the project has to do with them that is called in some other way. */
  private boolean mayTouch(Call call) {
    Content callee = values.of(call.function());
    for (Part part : callee.parts()) {
      if (part instanceof Part.Code code) {
        Arguments arguments = Arguments.of(call, code.function(), callee, values);
        if (inlined(code, callee, arguments).stream().anyMatch(StepCalls::isEffect)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a step is more than waiting for a while. */
  static boolean isEffect(Step step) {
    return !(step instanceof Step.Pause || step instanceof Step.Sleep);
  }

  private boolean isGiven(Expression argument) {
    Content value = values.of(argument instanceof Starred it ? it.value() : argument);
    return primitives().areIn(value);
  }

  private void arguments(Call call) {
    for (Expression argument : call.arguments()) {
      expression(argument instanceof Starred it ? it.value() : argument);
    }
    call.keywords().forEach(it -> expression(it.value()));
  }

  private OptionalDouble number(Expression expression) {
    Expression value =
        around.query.resolver().resolve(frame.file, expression) instanceof Resolution.Value it
            ? it.expression()
            : expression;
    return value instanceof NumberLiteral number && number.text().matches("[0-9]*\\.?[0-9]+")
        ? OptionalDouble.of(Double.parseDouble(number.text()))
        : OptionalDouble.empty();
  }

  /** Enters a context, does something, and leaves it. */
  void entered(Expression context, Optional<Expression> target, boolean async, Runnable body) {
    Optional<Primitive> primitive = async ? primitives().of(values.of(context)) : Optional.empty();
    String name =
        context instanceof Call call ? values.libraryName(call.function()).orElse("") : "";
    if (primitive.isPresent()) {
      add(new Step.Hold(primitive.orElseThrow(), within(body)));
    } else if (LIMITING.contains(name)) {
      List<Expression> given = ((Call) context).arguments();
      OptionalDouble seconds = given.isEmpty() ? OptionalDouble.empty() : number(given.get(0));
      add(new Step.Limit(seconds, false, within(body)));
    } else if (name.equals("asyncio.TaskGroup") && target.orElse(context) instanceof Name group) {
      groups.put(group.id(), new ArrayList<>());
      body.run();
      add(new Step.Join(groups.getOrDefault(group.id(), List.of())));
    } else if (context instanceof Call call && Caught.isExpecting(call)) {
      expecting(call, body);
    } else {
      List<Step> entering =
          coroutineOf(context).stream().filter(it -> async || isEffect(it)).toList();
      addDoubtful(entering);
      target.ifPresent(it -> values.assign(it, values.entered(context, async)));
      body.run();
      addDoubtful(entering);
    }
  }

  private List<Step> coroutineOf(Expression context) {
    if (primitives().areIn(values.of(context))) {
      return List.of(new Step.Unknown());
    }
    return context instanceof Call call ? elsewhere(call) : List.of(new Step.Pause());
  }

  private void expecting(Call call, Runnable body) {
    List<Step> inside = within(body);
    boolean passes =
        call.keywords().isEmpty()
            && call.arguments().stream()
                .allMatch(it -> Caught.passesRuntimeErrors(Optional.of(it)));
    if (passes && call.arguments().stream().anyMatch(Caught::takesTheEndOfWaiting)) {
      add(new Step.Guard(inside, List.of()));
    } else if (passes) {
      add(new Step.Guard(inside, List.of(new Step.Unknown())));
    } else {
      addDoubtful(inside);
    }
  }
}
