package dev.loopscope.scaffold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the project tells its users in Markdown: the README and the pages below {@code docs}. */
final class Documentation {
  static final Path README = Path.of("../README.md");

  private static final Path PAGES = Path.of("../docs");

  private Documentation() {}

  /** A page of the documentation. */
  static Path page(String name) {
    return PAGES.resolve(name);
  }

  /** The README and every page. */
  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README));
    try (Stream<Path> found = Files.list(PAGES)) {
      found.filter(it -> it.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  /** The code blocks of a page that are in this language, without their fences. */
  static List<String> blocks(String text, String language) {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .toList();
  }
}
