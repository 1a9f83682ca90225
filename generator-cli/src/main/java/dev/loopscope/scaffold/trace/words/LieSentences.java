package dev.loopscope.scaffold.trace.words;

import dev.loopscope.scaffold.trace.Lie;
import dev.loopscope.scaffold.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of lies: one sentence for those of a kind. */
public final class LieSentences {
  private static final int SHOWN = 3;

  private LieSentences() {}

  private record Key(String what, String fixture, String says, String is) {}

  /**
   * Those of one kind are told together.
   *
   * @param lies at least one, in the order in which they were seen
   * @param sentence without its full stop
   */
  public record Told(List<Lie> lies, String sentence) {
    /** Keeps an unmodifiable copy. */
    public Told {
      lies = List.copyOf(lies);
    }
  }

  /** All lies of a run, in the order in which the first of each kind was seen. */
  public static List<Told> of(Trace trace) {
    Map<Key, List<Lie>> byKey = new LinkedHashMap<>();
    for (Lie lie : trace.lies()) {
      Key key = new Key(lie.what(), lie.fixture(), lie.says(), lie.is());
      byKey.computeIfAbsent(key, it -> new ArrayList<>()).add(lie);
    }
    return byKey.values().stream().map(it -> new Told(it, sentence(it))).toList();
  }

  /**
   * What is said of lies of one kind, without the full stop.
   *
   * @param lies at least one
   */
  public static String sentence(List<Lie> lies) {
    Lie lie = lies.get(0);
    String place = lie.at().isKnown() ? " (" + lie.at().text() + ")" : "";
    String subject = lie.fixture().isEmpty() ? tests(lies) : "`" + lie.fixture() + "`" + place;
    boolean many = lie.fixture().isEmpty() && lies.stream().map(Lie::test).distinct().count() > 1;
    return subject
        + switch (lie.what()) {
          case "backend" -> (many ? " say " : " says ") + lie.says() + ", and ran on " + lie.is();
          case "loop-type" ->
              (many ? " ask for " : " asks for ") + lie.says() + ", and ran on " + lie.is();
          case "never-awaited" ->
              lie.fixture().isEmpty()
                  ? (many ? " are async and passed" : " is async and passed") + " without being run"
                  : " is async, and nobody awaited it";
          case "unsupported" ->
              lie.fixture().isEmpty()
                  ? (many
                          ? " are async, and no plugin ran them: "
                          : " is async, and no plugin ran it: ")
                      + lie.is()
                  : " is async, and no plugin sets it up";
          case "overruled-mark" ->
              (many ? " ask for the " : " asks for the ")
                  + lie.says()
                  + " loop by the nearest class, and ran on the "
                  + lie.is()
                  + " loop: the mark of a base class was taken";
          case "ignored-override" ->
              " overrides a fixture that pytest-asyncio does not read any more: its tests run on"
                  + " loops of their own";
          case "shared-package-loop" ->
              (many ? " ask " : " asks ")
                  + "for the loop of the package "
                  + lie.says()
                  + ", and shared that of "
                  + lie.is();
          default -> " is not what it says: " + lie.says() + ", and was " + lie.is();
        };
  }

  private static String tests(List<Lie> lies) {
    List<String> names = lies.stream().map(Lie::test).distinct().toList();
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
  }
}
