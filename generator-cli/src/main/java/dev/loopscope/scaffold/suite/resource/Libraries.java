package dev.loopscope.scaffold.suite.resource;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The libraries of the catalogue, by what can be said of any line of theirs; asyncio is always. */
final class Libraries {
  /** All of them. */
  static final Set<String> LISTED = which(line -> true);

  /** Those that have anything which fails where no loop runs. */
  static final Set<String> NEEDING_LOOPS =
      which(line -> line.madeAtImport() == MadeAtImport.NEEDS_RUNNING_LOOP);

  /** Those that have anything which belongs to a loop. */
  static final Set<String> BINDING = which(line -> line.onAnotherLoop().isCertain());

  private Libraries() {}

  /** The library that a dotted name is of. */
  static String of(String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    return dot < 0 ? qualifiedName : qualifiedName.substring(0, dot);
  }

  private static Set<String> which(Predicate<CatalogueLine> holds) {
    Set<String> libraries = new HashSet<>(Set.of("asyncio"));
    for (CatalogueLine line : LoopCatalogue.lines()) {
      if (holds.test(line)) {
        line.names().forEach(name -> libraries.add(of(name)));
      }
    }
    return Set.copyOf(libraries);
  }
}
