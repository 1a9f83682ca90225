package dev.loopscope.scaffold.suite.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What calls give that is bound to an event loop: the one catalogue of it. Each line was observed
 * with pairs of loops, in the version that it names. It is read when something is first looked up.
 */
public final class LoopCatalogue {
  private static final String FILE = "loop-bound-libraries.tsv";

  private LoopCatalogue() {}

  /** Every line, by library and name; of one name, what calls can show comes first. */
  public static List<CatalogueLine> lines() {
    return Read.CATALOGUE.lines;
  }

  /**
   * The lines of an object, by any of the names that it is imported by. A class method {@code
   * from_...} makes what its class does. None if nothing was observed.
   */
  public static List<CatalogueLine> lines(String qualifiedName) {
    List<CatalogueLine> lines = Read.CATALOGUE.byName.getOrDefault(qualifiedName, List.of());
    int dot = qualifiedName.lastIndexOf('.');
    return lines.isEmpty() && dot > 0 && qualifiedName.startsWith("from_", dot + 1)
        ? Read.CATALOGUE.byName.getOrDefault(qualifiedName.substring(0, dot), List.of())
        : lines;
  }

  /** All names, aliases included. */
  public static Set<String> names() {
    return Read.CATALOGUE.byName.keySet();
  }

  /** The distributions of which something fails where no loop runs, without asyncio; in order. */
  public static List<String> needingLoops() {
    return Read.CATALOGUE.needingLoops;
  }

  /** What the file says. */
  private record Catalogue(
      List<CatalogueLine> lines,
      Map<String, List<CatalogueLine>> byName,
      List<String> needingLoops) {
    static Catalogue of(String text) {
      List<CatalogueLine> lines = new ArrayList<>();
      Map<String, List<CatalogueLine>> byName = new HashMap<>();
      int from = text.indexOf('\n') + 1;
      while (from < text.length()) {
        int end = text.indexOf('\n', from);
        CatalogueLine line = CatalogueLine.of(text.substring(from, end));
        lines.add(line);
        for (String name : line.names()) {
          byName.computeIfAbsent(name, unused -> new ArrayList<>(4)).add(line);
        }
        from = end + 1;
      }
      byName.replaceAll((name, of) -> List.copyOf(of));
      List<String> needingLoops =
          lines.stream()
              .filter(it -> it.madeAtImport() == MadeAtImport.NEEDS_RUNNING_LOOP)
              .map(it -> it.library().toLowerCase(Locale.ROOT))
              .filter(it -> !it.equals("asyncio"))
              .distinct()
              .toList();
      return new Catalogue(List.copyOf(lines), Map.copyOf(byName), needingLoops);
    }
  }

  /** Loaded with the first look-up, so that commands without one do not read the file. */
  private static final class Read {
    static final Catalogue CATALOGUE = Catalogue.of(text());

    private static String text() {
      try (InputStream in = LoopCatalogue.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException(FILE + " is not in the jar");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
