package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code parametrize} marks. */
public final class ParametrizeReader {
  private final Resolver resolver;

  /** A reader that follows names with {@code resolver}. */
  public ParametrizeReader(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What a {@code parametrize} mark says. */
  public Reading<Parametrization> read(Mark mark) {
    Optional<Expression> names = argument(mark, 0, "argnames");
    Optional<Expression> values = argument(mark, 1, "argvalues");
    if (names.isEmpty()
        || values.isEmpty()
        || mark.keywords().stream().anyMatch(it -> it.name().isEmpty())) {
      return Reading.unknown("the arguments of `parametrize` are unpacked");
    }
    return names(mark.file(), names.orElseThrow())
        .flatMap(
            all ->
                indirect(mark, all)
                    .map(
                        some ->
                            new Parametrization(
                                mark, all, some, values.orElseThrow(), mark.file(), scope(mark))));
  }

  private static Optional<Expression> argument(Mark mark, int position, String keyword) {
    return position < mark.arguments().size()
        ? Optional.of(mark.arguments().get(position))
        : mark.keyword(keyword);
  }

  /** The names that an argument {@code argnames} says. */
  public Reading<List<String>> names(SourceFile file, Expression names) {
    Reading<String> text = resolver.string(file, names);
    return text.isKnown()
        ? text.map(
            it ->
                Arrays.stream(it.split(",", -1))
                    .map(String::strip)
                    .filter(n -> !n.isEmpty())
                    .toList())
        : resolver.strings(file, names);
  }

  private Reading<List<String>> indirect(Mark mark, List<String> all) {
    Optional<Expression> indirect = argument(mark, 2, "indirect");
    if (indirect.isEmpty()) {
      return Reading.known(List.of());
    }
    Reading<Boolean> every = resolver.bool(mark.file(), indirect.orElseThrow());
    return every.isKnown()
        ? every.map(it -> it ? all : List.<String>of())
        : resolver.strings(mark.file(), indirect.orElseThrow());
  }

  private Optional<Reading<Scope>> scope(Mark mark) {
    return argument(mark, 4, "scope")
        .map(
            it ->
                resolver
                    .string(mark.file(), it)
                    .flatMap(
                        word ->
                            Scope.named(word)
                                .<Reading<Scope>>map(Reading::known)
                                .orElseGet(() -> Reading.unknown("`" + word + "` is no scope"))));
  }
}
