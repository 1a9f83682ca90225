package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Question;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables a template sees. A variable has one kind, so the three maps share no key.
 *
 * @param texts strings, for {@code ${name}} and comparisons
 * @param flags booleans, for conditions
 * @param lists lists of strings, for {@code <#list>}
 */
public record TemplateModel(
    Map<String, String> texts, Map<String, Boolean> flags, Map<String, List<String>> lists) {

  private static final TemplateNames NAMES = TemplateNames.of(Questions.ALL);

  /** Every string a template may name; {@code groupId} and {@code version} only under maven. */
  public static final List<String> TEXTS = NAMES.texts();

  /** Every boolean a template may name. */
  public static final List<String> FLAGS = NAMES.flags();

  /** Every list a template may name. */
  public static final List<String> LISTS = NAMES.lists();

  /** Keeps unmodifiable copies. */
  public TemplateModel {
    texts = Map.copyOf(texts);
    flags = Map.copyOf(flags);
    lists = Map.copyOf(lists);
  }

  /** The variables that {@code answers} give. */
  public static TemplateModel of(Answers answers) {
    Map<String, String> texts = new HashMap<>();
    Map<String, Boolean> flags = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    for (Question<?> question : answers.questions().inOrder()) {
      Optional<String> answer = answers.text(question);
      if (answer.isPresent()) {
        for (Variable variable : question.variables()) {
          if (variable instanceof Variable.Text text) {
            texts.put(text.name(), text.of(answer.get()));
          } else if (variable instanceof Variable.Flag flag) {
            flags.put(flag.name(), flag.of(answer.get()));
          } else if (variable instanceof Variable.Items items) {
            lists.put(items.name(), items.of(answer.get()));
          } else if (variable instanceof Variable.Onwards onwards) {
            lists.put(onwards.name(), onwards.of(answer.get()));
          }
        }
      }
    }
    texts.put(TemplateNames.VERSION, ScaffoldVersion.current());
    texts.put(TemplateNames.DOLLAR, "$");
    return new TemplateModel(texts, flags, lists);
  }

  /** The string called {@code name}; absent if it has no value under these answers. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** Whether the boolean called {@code name} holds; absent if there is no such boolean. */
  public Optional<Boolean> flag(String name) {
    return Optional.ofNullable(flags.get(name));
  }
}
