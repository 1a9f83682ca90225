package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What pytest puts into the brackets of an item's name, by the rules of its {@code IdMaker}. */
final class ParameterIds {
  private static final String PARAM = "pytest.param";

  /** Those that Python prints as they are written. */
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("0|[1-9][0-9]{0,14}|(0|[1-9][0-9]{0,7})\\.(0|[0-9]{0,6}[1-9])");

  private final Resolver resolver;

  ParameterIds(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * An id for each value; empty where it is computed.
   *
   * @param stated the {@code ids} that stand beside the values
   */
  List<Optional<String>> of(
      List<String> names,
      List<Resolution.Value> values,
      SourceFile file,
      Optional<Expression> stated) {
    if (stated.isPresent() && !isNone(stated.orElseThrow())) {
      Reading<List<String>> texts = resolver.strings(file, stated.orElseThrow());
      List<Optional<String>> read = new ArrayList<>();
      texts.toOptional().ifPresent(all -> all.forEach(it -> read.add(shown(it))));
      return read.size() == values.size() ? distinct(read) : unknown(values.size());
    }
    List<Optional<String>> ids = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      ids.add(ofSet(names, values.get(index), index));
    }
    return distinct(ids);
  }

  private static List<Optional<String>> unknown(int count) {
    List<Optional<String>> none = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      none.add(Optional.empty());
    }
    return none;
  }

  private Optional<String> ofSet(List<String> names, Resolution.Value set, int index) {
    List<Expression> parts = List.of(set.expression());
    if (set.expression() instanceof Call call) {
      if (resolver.calledName(set.file(), call).filter(PARAM::equals).isEmpty()) {
        return Optional.empty();
      }
      Optional<Expression> id =
          call.keywords().stream()
              .filter(it -> it.name().filter("id"::equals).isPresent())
              .map(Keyword::value)
              .findFirst();
      if (id.isPresent() && !isNone(id.orElseThrow())) {
        return resolver
            .string(set.file(), id.orElseThrow())
            .toOptional()
            .flatMap(ParameterIds::shown);
      }
      parts = call.arguments();
    } else if (names.size() > 1) {
      parts = elements(set.expression());
    }
    if (parts.size() != names.size()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      ofValue(set.file(), parts.get(i), names.get(i) + index).ifPresent(texts::add);
    }
    return texts.size() == parts.size() ? Optional.of(String.join("-", texts)) : Optional.empty();
  }

  private static List<Expression> elements(Expression set) {
    return set instanceof Display.Tuple tuple
        ? tuple.elements()
        : set instanceof Display.ListDisplay list ? list.elements() : List.of();
  }

  /**
   * The id of one value.
   *
   * @param numbered what stands for a value that has no short text
   */
  private Optional<String> ofValue(SourceFile file, Expression value, String numbered) {
    Optional<String> text = resolver.string(file, value).toOptional();
    if (text.isPresent()) {
      return text.flatMap(ParameterIds::shown);
    }
    if (value instanceof Literal.NumberLiteral number) {
      return Optional.of(number.text()).filter(it -> PLAIN_NUMBER.matcher(it).matches());
    }
    boolean ellipsis =
        value instanceof Literal.NamedConstant constant
            && constant.constant() == Literal.Constant.ELLIPSIS;
    if (value instanceof Literal.NamedConstant && !ellipsis) {
      return Optional.of(file.text(value));
    }
    if (value instanceof Display || ellipsis) {
      return Optional.of(numbered);
    }
    Resolution resolved = resolver.resolve(file, value);
    if (resolved instanceof Resolution.Function function) {
      return Optional.of(function.definition().name().id());
    }
    return resolved instanceof Resolution.Class type
        ? Optional.of(type.definition().name().id())
        : Optional.empty();
  }

  private static boolean isNone(Expression value) {
    return value instanceof Literal.NamedConstant constant
        && constant.constant() == Literal.Constant.NONE;
  }

  /** What pytest writes as it is; it escapes other texts. */
  private static Optional<String> shown(String text) {
    return Optional.of(text).filter(it -> it.chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  /** Ids that several values have are numbered; if one is not known, none of them may be. */
  private static List<Optional<String>> distinct(List<Optional<String>> ids) {
    Map<String, Integer> counts = new HashMap<>();
    ids.forEach(it -> it.ifPresent(id -> counts.merge(id, 1, Integer::sum)));
    if (counts.values().stream().allMatch(it -> it == 1)) {
      return ids;
    }
    if (ids.stream().anyMatch(Optional::isEmpty)) {
      return unknown(ids.size());
    }
    Set<String> taken = new HashSet<>(counts.keySet());
    Map<String, Integer> next = new HashMap<>();
    List<Optional<String>> all = new ArrayList<>();
    for (Optional<String> it : ids) {
      String id = it.orElseThrow();
      if (counts.getOrDefault(id, 1) == 1) {
        all.add(it);
        continue;
      }
      String stem = !id.isEmpty() && Character.isDigit(id.charAt(id.length() - 1)) ? id + "_" : id;
      int number = next.getOrDefault(id, 0);
      while (taken.contains(stem + number)) {
        number++;
      }
      next.put(id, number + 1);
      taken.add(stem + number);
      all.add(Optional.of(stem + number));
    }
    return all;
  }
}
