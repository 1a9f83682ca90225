package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.PostgresClient;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the tests of a suite share.
 *
 * @param word what the page calls it
 * @param kinds a resource of each of them, where it can run on the backends of the suite
 * @param postgres what a PostgreSQL is talked to with; none if that is not asked
 */
public record Sharing(String word, List<ResourceKind> kinds, Optional<PostgresClient> postgres) {
  /** A resource of every kind in one suite. */
  public static final String ALL_AT_ONCE = "all at once";

  /** Keeps an unmodifiable copy. */
  public Sharing {
    kinds = List.copyOf(kinds);
  }

  /** Each kind alone, PostgreSQL with each of its clients, and all kinds at once. */
  public static List<Sharing> all() {
    List<Sharing> all = new ArrayList<>();
    for (ResourceKind kind : ResourceKind.ALL) {
      if (kind.equals(ResourceKind.POSTGRES)) {
        PostgresClient.ALL.forEach(it -> all.add(of(kind.word() + ", " + it.word(), kind, it)));
      } else {
        all.add(new Sharing(kind.word(), List.of(kind), Optional.empty()));
      }
    }
    all.add(new Sharing(ALL_AT_ONCE, ResourceKind.ALL, Optional.empty()));
    return all;
  }

  private static Sharing of(String word, ResourceKind kind, PostgresClient client) {
    return new Sharing(word, List.of(kind), Optional.of(client));
  }

  /** Whether a suite can have it on all of these backends. */
  public boolean runsOn(List<Backend> backends) {
    return !kindsOn(backends).isEmpty();
  }

  /** Those of its kinds that can run on all of these backends. */
  public List<ResourceKind> kindsOn(List<Backend> backends) {
    return kinds.stream().filter(kind -> kind.allowed(backends).equals(backends)).toList();
  }

  /** As {@code --resource} takes them, with commas between them. */
  String resources(List<Backend> backends) {
    return kindsOn(backends).stream()
        .map(kind -> "the_" + kind.word() + ":" + kind.word())
        .collect(Collectors.joining(","));
  }

  /** The oldest Python that all of it runs on. */
  PythonFloor oldestPython(List<Backend> backends) {
    return kindsOn(backends).stream()
        .flatMap(kind -> kind.limit().pythons().stream())
        .filter(need -> backends.contains(need.backend()))
        .map(need -> need.oldest())
        .reduce(PythonFloor.PYTHON_3_10, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }
}
