package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import java.util.List;

/** The templates of one version: the files they make, what they see, and their text. */
public interface TemplateSet {
  /** The files that may be written for {@code answers}, in the order files are listed to users. */
  List<TemplateCatalog.Entry> entries(Answers answers);

  /** The variables that {@code answers} give. */
  TemplateModel model(Answers answers);

  /**
   * The text of a template of {@link #entries}.
   *
   * @param questions those that are answered
   * @throws IllegalStateException if the build left it out
   */
  String read(String template, Questions questions);
}
