package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a kind of resource is, as {@code scaffold explain echo} shows. */
final class KindExplanation {
  private static final int LABEL = 12;

  private final int width;

  KindExplanation(int width) {
    this.width = width;
  }

  /** The kind that is called {@code word}. */
  static Optional<ResourceKind> find(String word, List<ResourceKind> kinds) {
    return kinds.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All that there is to tell of it. */
  String text(ResourceKind kind) {
    StringBuilder text =
        new StringBuilder(Questions.RESOURCE.option())
            .append(" NAME:")
            .append(kind.word())
            .append('\n');
    text.append(labelled("opens", kind.page().opens()));
    text.append(labelled("client", kind.page().client()));
    text.append(labelled("after it", kind.undone() + "."));
    List<String> backends = new ArrayList<>();
    for (Concerns of : Concerns.ALL) {
      String words = String.join(", ", Choice.words(of.backendsOf(kind)));
      backends.add(of.archetype().word() + ": " + (words.isEmpty() ? "none" : words));
    }
    text.append(labelled("runs on", String.join("; ", backends)));
    text.append("\nmeasured:\n");
    for (String fact : kind.page().measured()) {
      text.append(Paragraph.of(fact, "  - ", "    ", width));
    }
    return text.toString();
  }

  private String labelled(String label, String text) {
    String first = "  " + label + " ".repeat(LABEL - label.length() - 2);
    return Paragraph.of(text, first, " ".repeat(LABEL), width);
  }
}
