package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import dev.loopscope.scaffold.suite.resource.LoopCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What of the catalogue of loop-bound objects can be asked for. */
final class CatalogueTopics {
  private CatalogueTopics() {}

  /** The lines of an object, by any of its names. */
  static List<CatalogueLine> object(String topic) {
    return LoopCatalogue.lines(topic);
  }

  /** The lines of a library, by the name of its distribution, or of a module and all below it. */
  static List<CatalogueLine> library(String topic) {
    String name = normal(topic);
    String module = topic.endsWith(".") ? topic : topic + ".";
    return LoopCatalogue.lines().stream()
        .filter(
            line ->
                normal(line.library()).equals(name)
                    || line.names().stream().anyMatch(it -> it.startsWith(module)))
        .toList();
  }

  /** What was probably meant: a name, or the nearest name of the same library. */
  static Optional<String> nearest(String topic) {
    List<String> names = new ArrayList<>(new TreeSet<>(LoopCatalogue.names()));
    LoopCatalogue.lines().stream().map(CatalogueLine::library).distinct().forEach(names::add);
    Optional<String> nearest = Spelling.nearest(topic, names);
    if (nearest.isPresent()) {
      return nearest;
    }
    String last = topic.substring(topic.lastIndexOf('.') + 1);
    return names.stream()
        .filter(it -> it.substring(it.lastIndexOf('.') + 1).equalsIgnoreCase(last))
        .findFirst();
  }

  private static String normal(String distribution) {
    return distribution.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
  }
}
