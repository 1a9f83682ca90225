package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what decorators make of a function. */
public final class Decorations {
  /** Decorators, and modules of decorators, that leave a coroutine function what it is. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "pytest.mark",
          "builtins.staticmethod",
          "builtins.classmethod",
          "abc.abstractmethod",
          "typing",
          "typing_extensions",
          "functools.wraps",
          "unittest.mock",
          "mock",
          "unittest.skip",
          "unittest.skipIf",
          "unittest.skipUnless",
          "unittest.expectedFailure",
          "hypothesis",
          "warnings.deprecated",
          "freezegun.freeze_time",
          "time_machine.travel",
          "respx",
          "aioresponses",
          "vcr",
          "flaky",
          "tenacity",
          "moto",
          "responses.activate",
          "sybil",
          "schemathesis",
          "allure");

  /** Decorators that give a function that is no coroutine function. */
  private static final Set<String> SYNCHRONIZING =
      Set.of(
          "contextlib.contextmanager",
          "contextlib.asynccontextmanager",
          "trio.testing.trio_test",
          "asgiref.sync.async_to_sync",
          "tornado.testing.gen_test",
          "aiohttp.test_utils.unittest_run_loop");

  private final Resolver resolver;
  private final ProjectDecorators project;

  /** A reader that follows names with {@code resolver}. */
  public Decorations(Resolver resolver) {
    this.resolver = resolver;
    this.project = new ProjectDecorators(resolver);
  }

  /**
   * What calling a function gives once these decorators are applied.
   *
   * @param decorators from the outermost to the innermost
   */
  public Reading<FunctionKind> kind(
      SourceFile file, FunctionDef function, List<Expression> decorators) {
    Reading<FunctionKind> kind = Reading.known(FunctionKind.of(file, function));
    for (int at = decorators.size() - 1; at >= 0; at--) {
      Expression decorator = decorators.get(at);
      kind = kind.flatMap(inner -> applied(file, decorator, inner));
    }
    return kind;
  }

  private Reading<FunctionKind> applied(SourceFile file, Expression decorator, FunctionKind inner) {
    Optional<String> name =
        resolver.qualifiedName(file, decorator).or(() -> resolver.calledName(file, decorator));
    if (name.filter(it -> matches(TRANSPARENT, it)).isPresent()) {
      return Reading.known(inner);
    }
    if (name.filter(it -> matches(SYNCHRONIZING, it)).isPresent()) {
      return Reading.known(FunctionKind.SYNC);
    }
    return project
        .applied(file, decorator, inner)
        .orElseGet(
            () ->
                Reading.unknown(
                    "the decorator `" + file.text(decorator) + "` may change what it is"));
  }

  /** Whether a name is one of the set, or an attribute or member of one of the set. */
  private static boolean matches(Set<String> names, String name) {
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      if (names.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a decorator is the function of this name, called or not. */
  boolean is(SourceFile file, Expression decorator, String qualifiedName) {
    return resolver
        .qualifiedName(file, decorator)
        .or(() -> resolver.calledName(file, decorator))
        .filter(qualifiedName::equals)
        .isPresent();
  }

  /** The call, if the decorator is one, directly or through a name. */
  Optional<Call> call(SourceFile file, Expression decorator) {
    return resolver.resolve(file, decorator) instanceof Resolution.Value value
            && value.expression() instanceof Call call
        ? Optional.of(call)
        : Optional.empty();
  }
}
