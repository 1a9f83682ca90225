package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links within the project lead somewhere, and every page can be reached from the README. */
class LinksTest {
  private static final Pattern FENCED =
      Pattern.compile("^( *)```.*?^\\1```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  @Test
  void everyLinkLeadsToAFileAndAHeadingOfIt() throws IOException {
    List<Path> pages = new ArrayList<>(Documentation.pages());
    pages.add(Path.of("../CONTRIBUTING.md"));
    pages.add(Path.of("../CHANGELOG.md"));
    pages.add(Path.of("../benchmarks/README.md"));
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Path page : pages) {
      for (String link : links(page)) {
        followed++;
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)
            || (parts.length > 1 && !anchors(Files.readString(target)).contains(parts[1]))) {
          broken.add(page + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(followed).isGreaterThan(60);
  }

  @Test
  void everyPageIsLinkedFromTheReadmeOrFromAPageThatIs() throws IOException {
    Set<Path> reached = new TreeSet<>();
    follow(Documentation.README.normalize(), reached);
    assertThat(reached).containsAll(Documentation.pages().stream().map(Path::normalize).toList());
  }

  private static void follow(Path page, Set<Path> reached) throws IOException {
    if (!page.toString().endsWith(".md") || !reached.add(page)) {
      return;
    }
    for (String link : links(page)) {
      String path = link.split("#", 2)[0];
      if (!path.isEmpty()) {
        follow(page.resolveSibling(path).normalize(), reached);
      }
    }
  }

  @Test
  void headingsHaveTheAnchorsThatGitHubGivesThem() {
    assertThat(
            anchors(
                """
                # The `scaffold check` command
                ## Leave findings out
                ```sh
                # no heading
                ```
                ## GitHub, GitLab & CI (later)
                ## Again
                ## Again
                """))
        .containsExactlyInAnyOrder(
            "the-scaffold-check-command",
            "leave-findings-out",
            "github-gitlab--ci-later",
            "again",
            "again-1");
  }

  private static List<String> links(Path page) throws IOException {
    String text = FENCED.matcher(Files.readString(page)).replaceAll("").replaceAll("`[^`\n]*`", "");
    return LINK.matcher(text)
        .results()
        .map(it -> it.group(1))
        .filter(it -> !ELSEWHERE.matcher(it).matches())
        .toList();
  }

  private static Set<String> anchors(String text) {
    Set<String> anchors = new TreeSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (MatchResult heading :
        HEADING.matcher(FENCED.matcher(text).replaceAll("")).results().toList()) {
      String anchor =
          heading
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      int times = seen.merge(anchor, 1, Integer::sum);
      anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
    }
    return anchors;
  }
}
