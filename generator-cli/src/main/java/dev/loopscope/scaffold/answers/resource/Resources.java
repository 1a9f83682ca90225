package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The resources of a suite, in the order they were asked for.
 *
 * @param inOrder unmodifiable; at least one, and no two whose fixtures or base classes share a name
 */
public record Resources(List<Resource> inOrder) {
  /** What the name of the fixture that opens a resource begins with. */
  public static final String SHARED = "shared_";

  /** What the name of a base class ends with. */
  public static final String SUITE = "Suite";

  /** The base class of tests that take all of several resources. */
  private static final String SUITE_OF_ALL = "EveryResourceSuite";

  /**
   * Keeps an unmodifiable copy.
   *
   * @throws RefusalException if two fixtures or two base classes would have one name
   * @throws IllegalArgumentException if there is none
   */
  public Resources {
    inOrder = List.copyOf(inOrder);
    if (inOrder.isEmpty()) {
      throw new IllegalArgumentException("a suite has a resource");
    }
    Set<String> fixtures = new HashSet<>();
    for (Resource resource : inOrder) {
      requireNew(resource.name().text(), resource, fixtures);
      requireNew(SHARED + resource.name().text(), resource, fixtures);
    }
    Set<String> suites = new HashSet<>(Set.of(SUITE_OF_ALL));
    for (Resource resource : inOrder) {
      String suite = stem(resource, inOrder) + SUITE;
      if (!suites.add(suite)) {
        throw new RefusalException(
            new Refusal(
                "two base classes would be called `" + suite + "`",
                resource.text(),
                "names that differ in more than underscores and capitals, and none like the"
                    + " suite's own classes, such as `db` and `cached`"));
      }
    }
  }

  /**
   * What the names of {@code resource}'s classes begin with: its kind's, or {@code MainDb} for
   * {@code main_db} where there are several of the kind.
   */
  public String stem(Resource resource) {
    return stem(resource, inOrder);
  }

  private static String stem(Resource resource, List<Resource> all) {
    if (isOnlyOneOfItsKind(resource, all)) {
      return resource.kind().stem();
    }
    StringBuilder stem = new StringBuilder();
    for (String word : resource.name().text().split("_", -1)) {
      if (!word.isEmpty()) {
        stem.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return Character.isDigit(stem.charAt(0)) ? "Resource" + stem : stem.toString();
  }

  private static boolean isOnlyOneOfItsKind(Resource resource, List<Resource> all) {
    int ofItsKind = 0;
    for (Resource other : all) {
      ofItsKind += other.kind().word().equals(resource.kind().word()) ? 1 : 0;
    }
    return ofItsKind == 1;
  }

  private static void requireNew(String fixture, Resource resource, Set<String> fixtures) {
    if (!fixtures.add(fixture)) {
      throw new RefusalException(
          new Refusal(
              "two fixtures would be called `" + fixture + "`",
              resource.text(),
              "names of their own for all resources, such as `db` and `cached`"));
    }
  }

  /**
   * Reads what a user writes: resources with commas between them.
   *
   * @param kinds those that there are
   * @throws RefusalException if one is no resource, or two share a name
   */
  public static Resources parse(String text, List<ResourceKind> kinds) {
    List<Resource> resources = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      resources.add(Resource.parse(one, kinds));
    }
    return new Resources(resources);
  }

  /**
   * These where the loop has the scope {@code loopScope}: what is shared by just as much states no
   * scope.
   *
   * @throws RefusalException if one is shared by more than the loop is
   */
  public Resources on(LoopScope loopScope) {
    List<Resource> stated = new ArrayList<>();
    for (Resource resource : inOrder) {
      LoopScope scope = resource.scopeOn(loopScope);
      if (scope.compareTo(loopScope) < 0) {
        throw new RefusalException(
            new Refusal(
                "`"
                    + resource.name().text()
                    + "` would be shared by a "
                    + scope.word()
                    + ", but its loop lives only as long as a "
                    + loopScope.word()
                    + ": what is bound to a loop ends with it",
                resource.text(),
                "state a scope that is no wider than the loop's, or ask for a wider loop scope"));
      }
      stated.add(
          new Resource(
              resource.name(),
              resource.kind(),
              scope == loopScope ? Optional.empty() : resource.scope()));
    }
    return new Resources(stated);
  }

  /**
   * Checks that each can live on all of {@code backends}.
   *
   * @param kinds those that there are, to name in their place
   * @throws RefusalException with the library's reason if one cannot
   */
  public void requireRunnable(Backends backends, List<ResourceKind> kinds) {
    for (Resource resource : inOrder) {
      ResourceKind kind = resource.kind();
      for (Backend backend : backends.inOrder()) {
        if (!kind.limit().allows(backend)) {
          throw new RefusalException(
              new Refusal(
                  kind.word() + " cannot run on " + backend.word() + ": " + kind.limit().reason(),
                  resource.text(),
                  "leave "
                      + backend.word()
                      + " out of the backends, or share a resource of another kind: "
                      + Spelling.oneOf(allowing(backend, kinds))));
        }
      }
    }
  }

  private static List<String> allowing(Backend backend, List<ResourceKind> kinds) {
    List<String> words = new ArrayList<>();
    for (ResourceKind kind : kinds) {
      if (kind.limit().allows(backend)) {
        words.add(kind.word());
      }
    }
    return words;
  }

  /**
   * As a user writes them.
   *
   * @param usual the kind that need not be stated
   */
  public String text(ResourceKind usual) {
    List<String> texts = new ArrayList<>();
    for (Resource resource : inOrder) {
      texts.add(resource.text(usual));
    }
    return String.join(",", texts);
  }
}
