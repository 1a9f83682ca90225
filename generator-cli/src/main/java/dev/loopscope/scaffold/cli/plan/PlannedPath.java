package dev.loopscope.scaffold.cli.plan;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a path in a plan may be: below the plan's directory, and nothing that others rely on. */
final class PlannedPath {
  /** Names that Windows gives to devices, whatever stands behind their full stop. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\\..*)?");

  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\:*?\"<>|\\x00-\\x1f]");

  /** What a run keeps to be taken back, and git's own files. */
  private static final Set<String> OF_OTHERS = Set.of(".git", "git~1", ".scaffold-apply");

  private static final String UNDO = ".scaffold/undo";
  private static final int LONGEST = 4096;

  /** What some file systems do not see in names. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private PlannedPath() {}

  /** What is wrong with a path at which a file is; empty if nothing is. */
  static Optional<String> fault(String path) {
    if (path.isEmpty() || path.length() > LONGEST || path.indexOf('\0') >= 0) {
      return Optional.of("is no path");
    }
    if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*")) {
      return Optional.of("is not relative to the plan's directory");
    }
    for (String name : names(path)) {
      if (name.equals("..")) {
        return Optional.of("leads out of the plan's directory");
      }
      if (name.isEmpty() || name.equals(".")) {
        return Optional.of("is not spelt as scaffold spells paths");
      }
      if (OF_OTHERS.contains(key(name))) {
        return Optional.of("is in " + name + ", where no plan of scaffold writes");
      }
    }
    return (key(path) + "/").startsWith(UNDO + "/")
        ? Optional.of("is in " + UNDO + ", where no plan of scaffold writes")
        : Optional.empty();
  }

  /** The same of a path at which a file is made. */
  static Optional<String> faultOfNew(String path) {
    Optional<String> fault = fault(path);
    if (fault.isPresent()) {
      return fault;
    }
    boolean portable =
        names(path).stream()
            .allMatch(
                it ->
                    !DEVICE.matcher(it).matches()
                        && !FORBIDDEN.matcher(it).find()
                        && !it.endsWith(".")
                        && !it.endsWith(" "));
    return portable ? Optional.empty() : Optional.of("has a name that not every system can have");
  }

  /**
   * Goes on if there is no fault.
   *
   * @throws dev.loopscope.scaffold.change.TargetRefusedException if there is one
   */
  static void requireNone(Optional<String> fault, String path, PlanMembers at) {
    if (fault.isPresent()) {
      throw at.refused("`" + path + "` " + fault.get());
    }
  }

  /** The same for all paths that some file system takes for one. */
  static String key(String path) {
    String seen = UNSEEN.matcher(path).replaceAll("");
    return Normalizer.normalize(seen, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static List<String> names(String path) {
    return List.of(path.split("/", -1));
  }
}
