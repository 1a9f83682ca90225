package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.release.Counterpart;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls of what records openings, which was handed a node by suites that earlier releases wrote,
 * and takes the fixture's request today; and of what finds the owner of a test, which is told the
 * scope today.
 *
 * @param scope the one that the suite's resource is opened for
 */
record RecordedOpenings(String scope) {
  private static final Pattern TAKES_A_NODE =
      Pattern.compile("def record\\(self, resource: object, node:");
  private static final Pattern TOLD_THE_SCOPE =
      Pattern.compile("owner_of\\(request\\.node, \"(\\w+)\"\\)");
  private static final Pattern RECORD =
      Pattern.compile("(\\.record\\(\\s*[^()\\n,]+,\\s*\\w+)\\.node(\\s*,?\\s*\\))");
  private static final Pattern OWNER =
      Pattern.compile("(?<!def )(\\bowner_of\\(\\s*[\\w.]+)(\\s*\\))");

  /** Those of suites that the templates made then, if today's are others. */
  static Optional<RecordedOpenings> of(List<Counterpart> counterparts) {
    boolean handed =
        counterparts.stream()
            .filter(it -> it.before().filter(RecordedOpenings::takesANode).isPresent())
            .anyMatch(it -> it.today().filter(now -> !takesANode(now)).isPresent());
    return handed
        ? counterparts.stream()
            .flatMap(it -> it.today().stream())
            .map(it -> TOLD_THE_SCOPE.matcher(it.text()))
            .filter(Matcher::find)
            .map(it -> new RecordedOpenings(it.group(1)))
            .findFirst()
        : Optional.empty();
  }

  private static boolean takesANode(RenderedFile file) {
    return TAKES_A_NODE.matcher(file.text()).find();
  }

  /** The text of a module, whose calls say what is asked today. */
  String rewritten(String text) {
    String recorded = RECORD.matcher(text).replaceAll("$1$2");
    return OWNER.matcher(recorded).replaceAll("$1, \"" + scope + "\"$2");
  }
}
