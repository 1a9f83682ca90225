package dev.loopscope.scaffold.check.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The suites that a page shows: those with the hazard, and what to use instead.
 *
 * @param examples each with a run at least
 * @param fixed each called as one of the examples
 */
public record PageCases(List<PageCase> examples, List<PageCase> fixed) {
  /** Copies that nobody changes. */
  public PageCases {
    examples = List.copyOf(examples);
    fixed = List.copyOf(fixed);
  }

  /**
   * Reads the cases of a page.
   *
   * @throws BadRulePageException if a case has no file, an example no run, or a run no case
   */
  public static PageCases of(RulePage page) {
    Map<String, List<PageRun>> runs = runs(page.section("What pytest prints"));
    Map<String, List<PageRun>> otherwise = runs(page.section("Use instead"));
    List<PageCase> examples = cases(page.section("Example"), runs);
    List<PageCase> fixed = cases(page.section("Use instead"), otherwise);
    for (PageCase example : examples) {
      check(!example.runs().isEmpty(), 1, "no run of the example `" + example.title() + "`");
    }
    for (PageCase it : fixed) {
      check(
          named(examples, it.title()).isPresent(), 1, "no example is called `" + it.title() + "`");
    }
    return new PageCases(examples, fixed);
  }

  /** What to use instead of an example, if the page says. */
  public Optional<PageCase> fixedFormOf(PageCase example) {
    return named(fixed, example.title());
  }

  /** The example that a fixed case is instead of. */
  public PageCase exampleOf(PageCase fixedCase) {
    return named(examples, fixedCase.title()).orElseThrow();
  }

  private static Optional<PageCase> named(List<PageCase> cases, String title) {
    return cases.stream().filter(it -> it.title().equals(title)).findFirst();
  }

  private static List<PageCase> cases(RulePage.Section section, Map<String, List<PageRun>> runs) {
    Map<String, List<PageFile>> files = new LinkedHashMap<>();
    String title = "";
    for (PageBlock block : section.blocks()) {
      if (block instanceof PageBlock.Heading heading) {
        title = heading.text();
        check(!files.containsKey(title), heading.line(), "two cases of one title");
      } else if (block instanceof PageBlock.Fence fence && !fence.language().equals("console")) {
        check(!fence.label().isEmpty(), fence.line(), "a block without the path of its file");
        List<PageFile> ofCase = files.computeIfAbsent(title, key -> new ArrayList<>());
        PageFile file = PageFile.of(fence.label(), fence.text());
        check(
            ofCase.stream().noneMatch(other -> other.path().equals(file.path())),
            fence.line(),
            "two files of one path in a case");
        ofCase.add(file);
      }
    }
    check(!files.isEmpty(), 1, "no case below `## " + section.heading() + "`");
    check(
        files.size() == 1 || !files.containsKey(""), 1, "of several cases, each has a `###` title");
    for (Map.Entry<String, List<PageRun>> of : runs.entrySet()) {
      int line = of.getValue().get(0).line();
      check(files.containsKey(of.getKey()), line, "no case is called `" + of.getKey() + "`");
    }
    List<PageCase> cases = new ArrayList<>();
    files.forEach((of, all) -> cases.add(new PageCase(of, all, runs.getOrDefault(of, List.of()))));
    return cases;
  }

  /** The runs of a section, by the title of their case. */
  private static Map<String, List<PageRun>> runs(RulePage.Section section) {
    Map<String, List<PageRun>> runs = new LinkedHashMap<>();
    String below = "";
    for (PageBlock block : section.blocks()) {
      if (block instanceof PageBlock.Heading heading) {
        below = heading.text();
      } else if (block instanceof PageBlock.Fence fence && fence.language().equals("console")) {
        int colon = fence.label().indexOf(" : ");
        String title = colon < 0 ? below : fence.label().substring(colon + 3).strip();
        String names = colon < 0 ? fence.label() : fence.label().substring(0, colon);
        runs.computeIfAbsent(title, key -> new ArrayList<>()).add(run(fence, names));
      }
    }
    return runs;
  }

  private static PageRun run(PageBlock.Fence fence, String names) {
    check(!names.isBlank(), fence.line(), "a console without its environments");
    List<String> lines = fence.text().lines().filter(line -> !line.isBlank()).toList();
    check(lines.size() > 1, fence.line(), "a console that shows nothing");
    List<String> words = List.of(lines.get(0).strip().split(" +", -1));
    check(
        words.size() > 1 && words.get(0).equals("$") && words.get(1).equals("pytest"),
        fence.line(),
        "a console starts with `$ pytest`");
    return new PageRun(
        List.of(names.strip().split(" *, *", -1)),
        words.subList(2, words.size()),
        lines.subList(1, lines.size()),
        fence.line());
  }

  private static void check(boolean holds, int line, String otherwise) {
    if (!holds) {
      throw new BadRulePageException(line, otherwise);
    }
  }
}
