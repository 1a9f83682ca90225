package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes away what comments say to ignore, and reports the comments that ignore nothing, name no
 * rule, or give no reason.
 */
final class Suppression {
  /** Stands for the line of a comment that is about all of them. */
  private static final int WHOLE_FILE = 0;

  private final Set<String> known;
  private final Set<String> judged;
  private final Map<String, CheckedFile> files = new HashMap<>();
  private final Map<String, List<IgnoreComment>> comments = new HashMap<>();
  private final Map<String, Map<Integer, List<IgnoreComment>>> lines = new HashMap<>();
  private final Map<String, HeaderLines> headers = new HashMap<>();
  private final Set<Use> used = new HashSet<>();

  /** A rule's id in a comment. */
  private record Use(String path, int start, String rule) {}

  /**
   * The comments of {@code files}.
   *
   * @param known ids of every rule there is
   * @param judged ids of the rules that were run; a comment about another is left alone
   */
  Suppression(List<CheckedFile> files, Set<String> known, Set<String> judged) {
    this.known = known;
    this.judged = judged;
    // All of the text is looked through.
    List<List<IgnoreComment>> all =
        files.parallelStream().map(CheckedFile::ignoreComments).toList();
    for (int at = 0; at < all.size(); at++) {
      if (!all.get(at).isEmpty()) {
        this.files.put(files.get(at).path(), files.get(at));
        comments.put(files.get(at).path(), all.get(at));
      }
    }
  }

  /** The findings that no comment takes away. */
  List<Finding> left(List<Finding> findings) {
    return findings.stream().filter(finding -> !ignored(finding)).toList();
  }

  /** A comment at the cause counts as well as one at the place where it shows. */
  private boolean ignored(Finding finding) {
    boolean here = ignored(finding.rule().id(), finding.location());
    return finding.cause().filter(it -> ignored(finding.rule().id(), it.place())).isPresent()
        || here;
  }

  private boolean ignored(String rule, Location location) {
    Optional<CheckedFile> file = Optional.ofNullable(files.get(location.path()));
    if (file.isEmpty()) {
      return false;
    }
    int line = location.line();
    CheckedFile checked = file.orElseThrow();
    int first =
        checked.python()
            ? headers
                .computeIfAbsent(location.path(), path -> new HeaderLines(checked.text()))
                .first(location.start())
            : line;
    Map<Integer, List<IgnoreComment>> byLine =
        lines.computeIfAbsent(
            location.path(), path -> byLine(Objects.requireNonNull(comments.get(path))));
    List<IgnoreComment> about = new ArrayList<>(byLine.getOrDefault(WHOLE_FILE, List.of()));
    about.addAll(byLine.getOrDefault(line, List.of()));
    about.addAll(first == line ? List.of() : byLine.getOrDefault(first, List.of()));
    boolean ignored = false;
    for (IgnoreComment comment : about) {
      if (comment.rules().contains(rule)) {
        used.add(new Use(location.path(), comment.location().start(), rule));
        ignored = true;
      }
    }
    return ignored;
  }

  private static Map<Integer, List<IgnoreComment>> byLine(List<IgnoreComment> all) {
    return all.stream()
        .collect(Collectors.groupingBy(it -> it.wholeFile() ? WHOLE_FILE : it.line()));
  }

  /**
   * What is wrong with the comments, once every finding was asked about.
   *
   * @param unused the rule that bad comments are findings of
   */
  void report(Rule unused, Findings findings) {
    for (List<IgnoreComment> inFile : comments.values()) {
      for (IgnoreComment comment : inFile) {
        report(unused, comment, findings);
      }
    }
  }

  private void report(Rule unused, IgnoreComment comment, Findings findings) {
    String marker = comment.wholeFile() ? "ignore-file" : "ignore";
    if (comment.rules().isEmpty()) {
      findings.add(
          unused,
          Severity.WARNING,
          comment.location(),
          "the comment names no rule, so nothing is ignored",
          "name the rules: `# scaffold: " + marker + "[LS002] reason`");
      return;
    }
    List<String> idle = new ArrayList<>();
    for (String id : comment.rules()) {
      boolean use =
          used.contains(new Use(comment.location().path(), comment.location().start(), id));
      if (!known.contains(id) || (judged.contains(id) && !use)) {
        idle.add(id);
      }
    }
    if (!idle.isEmpty()) {
      findings.add(
          unused,
          Severity.WARNING,
          comment.location(),
          "the comment ignores "
              + String.join(", ", idle)
              + (comment.wholeFile()
                  ? ", which is not found in the file"
                  : ", which is not found here"),
          idle.equals(comment.rules())
              ? "remove the comment"
              : "remove " + String.join(", ", idle) + " from the comment");
    } else if (comment.reason().isEmpty()) {
      findings.add(
          unused,
          Severity.WARNING,
          comment.location(),
          "the comment gives no reason, so nobody will know when it can go",
          "write the reason behind the brackets");
    }
  }
}
