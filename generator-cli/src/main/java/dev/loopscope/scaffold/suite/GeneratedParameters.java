package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads which parameters a {@code pytest_generate_tests} hook may give values to. */
final class GeneratedParameters {
  static final String HOOK = "pytest_generate_tests";

  private final ParametrizeReader parametrize;

  GeneratedParameters(Resolver resolver) {
    this.parametrize = new ParametrizeReader(resolver);
  }

  /** Says at a place what a hook may do there. */
  void register(Place place, Resolution hook) {
    if (!(hook instanceof Resolution.Function function)) {
      place.mayRegisterAny("`" + HOOK + "` could not be read");
      return;
    }
    for (Statement statement : function.definition().body()) {
      Walk.preOrder(
          statement,
          node -> {
            if (node instanceof Call call && isParametrize(call)) {
              register(place, function.file(), call);
            }
          });
    }
  }

  private static boolean isParametrize(Call call) {
    return call.function() instanceof Attribute attribute
        && attribute.attr().equals("parametrize")
        && attribute.value() instanceof Name;
  }

  private void register(Place place, SourceFile file, Call call) {
    Optional<Expression> names =
        call.arguments().isEmpty()
            ? call.keywords().stream()
                .filter(it -> it.name().filter("argnames"::equals).isPresent())
                .map(Keyword::value)
                .findFirst()
            : Optional.of(call.arguments().get(0));
    Reading<List<String>> read =
        names.map(it -> parametrize.names(file, it)).orElseGet(() -> Reading.unknown("no names"));
    String reason = "`" + HOOK + "` in " + file.path() + " may give it a value";
    if (read.isKnown()) {
      read.toOptional().orElseThrow().forEach(it -> place.mayRegister(it, reason));
    } else {
      place.mayRegisterAny("`" + HOOK + "` in " + file.path() + " computes names of parameters");
    }
  }
}
