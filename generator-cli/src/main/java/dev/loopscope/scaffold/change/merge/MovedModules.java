package dev.loopscope.scaffold.change.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python modules of a suite that take another place, and how others name them: what imports a
 * module by the place that it had would not find it any more.
 *
 * @param names the dotted name that each has, by the one that it had
 */
record MovedModules(Map<String, String> names) {
  private static final String PYTHON = ".py";

  /** {@code from .support.line_service import}, and {@code from tests.support import one}. */
  private static final Pattern FROM =
      Pattern.compile("(?m)^([ \\t]*from[ \\t]+)(\\.*)([\\w.]*)([ \\t]+import[ \\t]+)(\\w*)(.*)$");

  MovedModules {
    names = Map.copyOf(names);
  }

  /** Those of files that move, by the path that each had. */
  static MovedModules of(Map<String, String> paths) {
    Map<String, String> names = new LinkedHashMap<>();
    paths.forEach(
        (was, is) -> {
          if (was.endsWith(PYTHON) && is.endsWith(PYTHON)) {
            names.put(dotted(was), dotted(is));
          }
        });
    return new MovedModules(names);
  }

  /** A text that stands at {@code path}, with the names that the modules have. */
  String renamed(String path, String text) {
    if (names.isEmpty() || !path.endsWith(PYTHON)) {
      return text;
    }
    String renamed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      renamed =
          Pattern.compile("(?<![\\w.])" + Pattern.quote(name.getKey()) + "(?!\\w)")
              .matcher(renamed)
              .replaceAll(Matcher.quoteReplacement(name.getValue()));
    }
    return FROM.matcher(renamed).replaceAll(match -> Matcher.quoteReplacement(from(path, match)));
  }

  private String from(String path, MatchResult match) {
    String dots = match.group(2);
    List<String> named = new ArrayList<>(packageAround(path, dots.length()));
    int above = named.size();
    if (!match.group(3).isEmpty()) {
      named.add(match.group(3));
    }
    Optional<String> module = moved(named, above, dots);
    if (module.isPresent()) {
      return match.group(1) + module.get() + match.group(4) + match.group(5) + match.group(6);
    }
    named.add(match.group(5));
    Optional<String> one = moved(named, above, dots);
    int last = one.map(it -> it.lastIndexOf('.')).orElse(-1);
    if (last < 0
        || match.group(6).contains(",")
        || !one.get().substring(last + 1).equals(match.group(5))) {
      return match.group();
    }
    String parent = one.get().substring(0, Math.max(last, dots.length()));
    return match.group(1) + parent + match.group(4) + match.group(5) + match.group(6);
  }

  /**
   * What a module is called now.
   *
   * @param named the names that lead to it
   * @param above how many of them are those of the package that the dots in front mean
   */
  private Optional<String> moved(List<String> named, int above, String dots) {
    String now = names.get(String.join(".", named));
    if (now == null) {
      return Optional.empty();
    }
    String prefix = above == 0 ? "" : String.join(".", named.subList(0, above)) + ".";
    return now.startsWith(prefix)
        ? Optional.of(dots + now.substring(prefix.length()))
        : Optional.empty();
  }

  /** The names of the package that so many dots mean in a file; none for an absolute name. */
  private static List<String> packageAround(String path, int dots) {
    if (dots == 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>(List.of(path.split("/", -1)));
    for (int i = 0; i < dots && !names.isEmpty(); i++) {
      names.remove(names.size() - 1);
    }
    return names;
  }

  private static String dotted(String path) {
    return path.substring(0, path.length() - PYTHON.length()).replace('/', '.');
  }
}
