package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Question;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Every name that a template may use, whatever the answers are.
 *
 * @param texts strings; those of a question that is not always asked have no value then
 * @param flags booleans
 * @param lists lists of strings
 */
public record TemplateNames(List<String> texts, List<String> flags, List<String> lists) {
  /** The version that writes. */
  static final String VERSION = "scaffoldVersion";

  /** A dollar, for where one would begin a name. */
  static final String DOLLAR = "dollar";

  /** Keeps unmodifiable copies. */
  public TemplateNames {
    texts = List.copyOf(texts);
    flags = List.copyOf(flags);
    lists = List.copyOf(lists);
  }

  /** The names that come from {@code questions}, and the two that come from none. */
  public static TemplateNames of(Questions questions) {
    List<String> texts = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    for (Question<?> question : questions.inOrder()) {
      for (Variable variable : question.variables()) {
        if (variable instanceof Variable.Text) {
          texts.add(variable.name());
        } else if (variable instanceof Variable.Flag) {
          flags.add(variable.name());
        } else {
          lists.add(variable.name());
        }
      }
    }
    texts.add(VERSION);
    texts.add(DOLLAR);
    return new TemplateNames(texts, flags, lists);
  }
}
