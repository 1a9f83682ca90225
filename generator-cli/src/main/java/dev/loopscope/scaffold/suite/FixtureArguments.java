package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.Constant;
import dev.loopscope.scaffold.python.tree.Literal.NamedConstant;
import dev.loopscope.scaffold.suite.FixtureMaking.Argument;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolver;
import java.util.Optional;

/** Reads the values of a fixture decorator's arguments. */
final class FixtureArguments {
  private final Resolver resolver;
  private final FixtureMaking making;

  FixtureArguments(Resolver resolver, FixtureMaking making) {
    this.resolver = resolver;
    this.making = making;
  }

  /** The name that is stated, if it could be read. */
  Optional<String> name() {
    return text("name").toOptional().flatMap(it -> it);
  }

  /** The fixture scope: function, if none is stated. */
  Reading<Scope> scope() {
    return scope("scope").map(it -> it.orElse(Scope.FUNCTION));
  }

  /** The loop scope, if one is stated. */
  Optional<Reading<Scope>> loopScope() {
    Reading<Optional<Scope>> read = scope("loop_scope");
    if (read instanceof Reading.Unknown<Optional<Scope>> unknown) {
      return Optional.of(Reading.unknown(unknown.reason()));
    }
    return read.toOptional().flatMap(it -> it).map(Reading::known);
  }

  Reading<Boolean> autouse() {
    return making
        .argument("autouse")
        .flatMap(
            argument ->
                argument
                    .map(it -> resolver.bool(it.file(), it.value()))
                    .orElseGet(() -> Reading.known(false)));
  }

  Optional<Expression> params() {
    return making.argument("params").toOptional().flatMap(it -> it).map(Argument::value);
  }

  private Reading<Optional<String>> text(String name) {
    return making
        .argument(name)
        .flatMap(
            argument ->
                argument
                    .filter(it -> !isNone(it.value()))
                    .map(it -> resolver.string(it.file(), it.value()).map(Optional::of))
                    .orElseGet(() -> Reading.known(Optional.empty())));
  }

  private Reading<Optional<Scope>> scope(String name) {
    return text(name)
        .flatMap(
            word -> {
              Optional<Scope> scope = word.flatMap(Scope::named);
              return word.isEmpty() || scope.isPresent()
                  ? Reading.known(scope)
                  : Reading.unknown("`" + word.orElseThrow() + "` is no scope");
            });
  }

  /** Whether an argument says what leaving it out says. */
  static boolean isNone(Expression value) {
    return value instanceof NamedConstant it && it.constant() == Constant.NONE;
  }
}
