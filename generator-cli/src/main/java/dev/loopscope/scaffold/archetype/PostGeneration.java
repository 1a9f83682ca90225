package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The script that maven-archetype-plugin runs when all files of a suite are there. It mends what
 * the plugin does to the poms of a reactor that a suite is generated into.
 */
final class PostGeneration {
  /** Where the plugin looks for it in the archetype's jar. */
  static final String PATH = "META-INF/archetype-post-generate.groovy";

  private PostGeneration() {}

  /** The script's text: it knows what is written for coordinates that nobody passes. */
  static String script() {
    return template()
        .replace("@groupId@", usual(Questions.GROUP_ID))
        .replace("@version@", usual(Questions.VERSION));
  }

  private static String usual(Question<String> coordinate) {
    return coordinate.fallback(Map.of()).orElseThrow();
  }

  private static String template() {
    try (InputStream text = PostGeneration.class.getResourceAsStream("post-generate.groovy")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
