package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.refusal.RefusalException;

/**
 * The file in a suite that says what it was made from.
 *
 * @param scaffold the version that wrote it
 * @param answers what it was asked for
 */
public record AnswersFile(String scaffold, Answers answers) {
  /** Where it stands in a suite. */
  public static final String PATH = ".scaffold/answers.toml";

  /** What the version that writes is called in templates. */
  public static final String VERSION = "scaffoldVersion";

  /** Its key for the version that wrote it. */
  static final String WRITER = "scaffold";

  /** The template that writes the answers to {@code questions}. */
  public static String template(Questions questions) {
    StringBuilder template = new StringBuilder("# The answers this suite was made from.\n");
    template.append(WRITER).append(" = \"${").append(VERSION).append("}\"\n");
    for (Question<?> question : questions.recorded()) {
      template.append(question.recordTemplate(questions.inOrder()));
    }
    return template.toString();
  }

  /**
   * Reads what {@link #template} made, or an older release.
   *
   * @param questions what this version asks
   * @param current this version
   * @param text the file's text
   * @throws RefusalException if the file is damaged, a newer version wrote it, a key is unknown or
   *     missing, or a value is not legal; it names the line and the key
   */
  public static AnswersFile parse(Questions questions, String current, String text) {
    return new AnswersReader(questions, current, text).read();
  }
}
