package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes an object of a test module in an async fixture of its name: what used the name takes it as
 * a parameter, so nothing else in it changes.
 */
public final class ModuleObjectInFixture {
  /** What is to be left, and can be entered: as their documentation shows them. */
  private static final Set<String> ENTERED =
      Set.of(
          "aiohttp.ClientSession",
          "aiohttp.client.ClientSession",
          "httpx.AsyncClient",
          "redis.asyncio.Redis",
          "redis.asyncio.client.Redis",
          "asyncpg.create_pool",
          "asyncpg.pool.create_pool");

  private final SourceFile file;
  private final SuiteModel model;
  private final Statement statement;
  private final String name;
  private final Call value;

  private ModuleObjectInFixture(
      SourceFile file, SuiteModel model, Statement statement, String name, Call value) {
    this.file = file;
    this.model = model;
    this.statement = statement;
    this.name = name;
    this.value = value;
  }

  /**
   * The fix; absent if anything but tests and their fixtures, in this module, uses the name, or if
   * they do not run on loops of one scope.
   *
   * @param place a character of what makes the object
   */
  public static Optional<Fix> of(SourceFile file, int place, SuiteModel model) {
    for (Statement statement : file.tree().module().body()) {
      if (statement.start() <= place && place < statement.end()) {
        Optional<Expression> target =
            statement instanceof Assign it && it.targets().size() == 1
                ? Optional.of(it.targets().get(0))
                : statement instanceof AnnAssign it ? Optional.of(it.target()) : Optional.empty();
        Optional<Expression> value =
            statement instanceof Assign it
                ? Optional.of(it.value())
                : statement instanceof AnnAssign it ? it.value() : Optional.empty();
        return target.isPresent()
                && value.isPresent()
                && target.orElseThrow() instanceof Name name
                && value.orElseThrow() instanceof Call call
            ? new ModuleObjectInFixture(file, model, statement, name.id(), call).fix()
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Fix> fix() {
    Optional<String> body = body();
    Optional<List<FunctionDef>> users = users();
    if (body.isEmpty()
        || users.isEmpty()
        || !file.source().endsLine(statement.end())
        || file.lastWordsOfTexts().contains(name)) {
      return Optional.empty();
    }
    return NewFixture.of(name, users.orElseThrow(), file, model)
        .flatMap(it -> edits(it, body.orElseThrow(), users.orElseThrow()))
        .map(
            it ->
                new Fix(
                    Safety.UNSAFE, "make `" + name + "` in an async fixture, for each test", it));
  }

  private Optional<List<Edit>> edits(NewFixture fixture, String body, List<FunctionDef> users) {
    List<Edit> edits = new ArrayList<>(fixture.imports());
    int start = statement.start();
    int end = statement.end();
    String text = file.source().text();
    int next = file.source().lineEnd(end);
    String behind = text.substring(next, Math.min(text.length(), next + 2));
    String before = text.substring(Math.max(0, start - 3), start);
    String above =
        before.endsWith("\n\n\n") || start == 0 ? "" : before.endsWith("\n\n") ? "\n" : "\n\n";
    String below =
        next >= text.length() || behind.startsWith("\n\n")
            ? ""
            : behind.startsWith("\n") ? "\n" : "\n\n";
    edits.add(
        new Edit(
            file.path(),
            start,
            end,
            above + "@" + fixture.decorator() + "\nasync def " + name + "():\n" + body + below));
    for (FunctionDef user : users) {
      Optional<Fix> parameter = ParameterAddition.of(file, user, name);
      if (parameter.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(parameter.orElseThrow().edits());
    }
    return Optional.of(edits);
  }

  private Optional<String> body() {
    String text = indented(value);
    Optional<String> called = model.resolver().qualifiedName(file, value.function());
    boolean run =
        called.filter("asyncio.run"::equals).isPresent()
            || (value.function() instanceof Attribute method
                && method.attr().equals("run_until_complete"));
    if (run) {
      return value.arguments().size() == 1 && value.keywords().isEmpty()
          ? Optional.of("    return await " + indented(value.arguments().get(0)))
          : Optional.empty();
    }
    if (called.filter(it -> !it.endsWith("event_loop")).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        called.filter(ENTERED::contains).isPresent()
            ? "    async with " + text + " as " + name + ":\n        yield " + name
            : "    return " + text);
  }

  /** As it is written, one level deeper; lines of a text stay where they are. */
  private String indented(Expression expression) {
    String text = file.text(expression);
    return text.contains("\"\"\"") || text.contains("'''") ? text : text.replace("\n", "\n    ");
  }

  /** The functions that use the name; absent if anything else does, or if one gives it a value. */
  private Optional<List<FunctionDef>> users() {
    List<FunctionDef> users = new ArrayList<>();
    List<FunctionDef> around = new ArrayList<>();
    List<Name> uses = new ArrayList<>();
    Walk.preOrder(
        file.tree().module(),
        node -> {
          if (node instanceof FunctionDef function) {
            around.add(function);
          } else if (node instanceof Name use && use.id().equals(name)) {
            uses.add(use);
          }
        });
    for (Name use : uses) {
      if (statement.start() <= use.start() && use.end() <= statement.end()) {
        continue;
      }
      Optional<FunctionDef> user = around.stream().filter(it -> isInBody(use, it)).findFirst();
      if (user.isEmpty() || binds(user.orElseThrow())) {
        return Optional.empty();
      }
      if (users.stream().noneMatch(it -> it == user.orElseThrow())) {
        users.add(user.orElseThrow());
      }
    }
    return users.isEmpty() ? Optional.empty() : Optional.of(users);
  }

  private static boolean isInBody(Node use, FunctionDef function) {
    return function.body().get(0).start() <= use.start() && use.end() <= function.end();
  }

  /** Whether the name may be another thing in a function than in the module. */
  private boolean binds(FunctionDef function) {
    String word = "\\b" + Pattern.quote(name) + "\\b";
    boolean spelled =
        function.parameters().stream().anyMatch(it -> it.name().equals(name))
            || Pattern.compile(
                    "\\b(as|for|global|nonlocal|del|import|def|class)[ \\t]+"
                        + word
                        + "|"
                        + word
                        + "[ \\t]*:=")
                .matcher(file.text(function))
                .find();
    List<Node> targets = new ArrayList<>();
    Walk.preOrder(
        function,
        node -> {
          if (node instanceof Assign it) {
            targets.addAll(it.targets());
          } else if (node instanceof AugAssign it) {
            targets.add(it.target());
          } else if (node instanceof AnnAssign it) {
            targets.add(it.target());
          }
        });
    return spelled
        || targets.stream()
            .anyMatch(
                it -> file.text(it).matches("(?s)\\W*(\\w+\\W*,\\W*)*" + word + "\\W*(,.*)?"));
  }
}
