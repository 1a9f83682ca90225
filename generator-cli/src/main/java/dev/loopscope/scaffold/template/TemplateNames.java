package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every name that a template may use, whatever the answers are. */
public final class TemplateNames {
  /** The version that writes. */
  static final String VERSION = AnswersFile.VERSION;

  /** A dollar, for where one would begin a name. */
  static final String DOLLAR = "dollar";

  private TemplateNames() {}

  /** The names that come from what this version asks. */
  public static Declarations all() {
    return of(Questions.ALL);
  }

  /** The names that come from {@code questions}, and the two that come from none. */
  public static Declarations of(Questions questions) {
    List<String> texts = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    Map<String, Declarations.Fields> records = new HashMap<>();
    for (Question<?> question : questions.inOrder()) {
      for (Variable variable : question.variables()) {
        if (variable instanceof Variable.Text || variable instanceof Variable.Part) {
          texts.add(variable.name());
        } else if (variable instanceof Variable.YesOrNo) {
          flags.add(variable.name());
        } else if (variable instanceof Variable.Records resources) {
          records.put(variable.name(), ResourceVariables.declared(resources.each()));
        } else {
          lists.add(variable.name());
        }
      }
    }
    texts.add(VERSION);
    texts.add(DOLLAR);
    return new Declarations(texts, flags, lists, records);
  }
}
