package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.FixtureMaking.Argument;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognizes fixture decorators, by whatever name and in whatever form they are used. */
final class FixtureMakers {
  private static final int DEPTH = 8;

  private static final Map<String, Maker> KNOWN =
      Map.of(
          "pytest.fixture", Maker.PYTEST,
          "pytest.yield_fixture", Maker.PYTEST,
          "_pytest.fixtures.fixture", Maker.PYTEST,
          "_pytest.fixtures.yield_fixture", Maker.PYTEST,
          "pytest_asyncio.fixture", Maker.PYTEST_ASYNCIO,
          "pytest_asyncio.plugin.fixture", Maker.PYTEST_ASYNCIO);

  private final Resolver resolver;
  private final IdentityMemo<Optional<Maker>> mentioned = new IdentityMemo<>();

  FixtureMakers(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What a decorator makes of a function, if it makes a fixture. */
  Optional<FixtureMaking> of(SourceFile file, Expression decorator) {
    return of(file, decorator, DEPTH);
  }

  private Optional<FixtureMaking> of(SourceFile file, Expression decorator, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    Resolution resolution = resolver.resolve(file, decorator);
    if (resolution instanceof Resolution.External external) {
      return named(external.qualifiedName());
    }
    if (resolution instanceof Resolution.Value value && value.expression() instanceof Call call) {
      return ofCall(value.file(), call, depth);
    }
    if (resolution instanceof Resolution.Function function) {
      return ofProject(function);
    }
    return Optional.empty();
  }

  private static Optional<FixtureMaking> named(String qualifiedName) {
    Maker known = KNOWN.get(qualifiedName);
    if (known != null) {
      return Optional.of(new FixtureMaking(known, List.of(), Optional.empty()));
    }
    String last = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    boolean plugin = last.equals("fixture") || last.endsWith("_fixture");
    return plugin
        ? Optional.of(
            new FixtureMaking(
                Maker.OTHER, List.of(), Optional.of("`" + qualifiedName + "` is not known")))
        : Optional.empty();
  }

  private Optional<FixtureMaking> ofCall(SourceFile file, Call call, int depth) {
    Optional<String> callee = resolver.qualifiedName(file, call.function());
    if (callee.filter("functools.partial"::equals).isPresent()) {
      return call.arguments().isEmpty()
          ? Optional.empty()
          : of(file, call.arguments().get(0), depth - 1)
              .map(making -> making.with(arguments(file, call), unpacked(call)));
    }
    return of(file, call.function(), depth - 1)
        .map(making -> making.with(arguments(file, call), unpacked(call)));
  }

  private static List<Argument> arguments(SourceFile file, Call call) {
    List<Argument> found = new ArrayList<>();
    call.keywords()
        .forEach(
            it -> it.name().ifPresent(name -> found.add(new Argument(file, name, it.value()))));
    return found;
  }

  private static Optional<String> unpacked(Call call) {
    return call.keywords().stream().anyMatch(it -> it.name().isEmpty())
        ? Optional.of("arguments of the fixture are unpacked from a mapping")
        : Optional.empty();
  }

  /** A function of the project that makes fixtures: which arguments it adds is not followed. */
  private Optional<FixtureMaking> ofProject(Resolution.Function function) {
    return mentioned(function)
        .map(
            maker ->
                new FixtureMaking(
                    maker,
                    List.of(),
                    Optional.of(
                        "the fixture is made by the project's own `"
                            + function.definition().name().id()
                            + "`")));
  }

  /** The maker that a function of the project uses, if it uses one. */
  Optional<Maker> mentioned(Resolution.Function function) {
    return mentioned.of(function.definition(), () -> findMentioned(function));
  }

  private Optional<Maker> findMentioned(Resolution.Function function) {
    List<Maker> found = new ArrayList<>();
    for (Statement statement : function.definition().body()) {
      Walk.preOrder(
          statement,
          node -> {
            if (node instanceof Primary expression && !(node instanceof Call)) {
              resolver
                  .qualifiedName(function.file(), expression)
                  .map(KNOWN::get)
                  .ifPresent(found::add);
            }
          });
    }
    return found.stream().findFirst();
  }
}
