package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.template.dialect.Condition;
import dev.loopscope.scaffold.template.dialect.SuiteValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables a template sees. A variable has one kind, so the maps share no key.
 *
 * @param texts strings, for {@code ${name}} and comparisons
 * @param flags booleans, for conditions
 * @param lists lists of strings, for {@code <#list>}
 * @param records lists of records, for {@code <#list>} likewise
 */
public record TemplateModel(
    Map<String, String> texts,
    Map<String, Boolean> flags,
    Map<String, List<String>> lists,
    Map<String, List<Fields>> records)
    implements SuiteValues {

  /**
   * What one record of a list has.
   *
   * @param texts strings, for {@code ${item.name}} and comparisons
   * @param flags booleans, for conditions
   */
  public record Fields(Map<String, String> texts, Map<String, Boolean> flags) {
    /** Keeps unmodifiable copies. */
    public Fields {
      texts = Map.copyOf(texts);
      flags = Map.copyOf(flags);
    }
  }

  /** Keeps unmodifiable copies. */
  public TemplateModel {
    texts = Map.copyOf(texts);
    flags = Map.copyOf(flags);
    lists = Map.copyOf(lists);
    records = Map.copyOf(records);
  }

  /** Variables without a list of records. */
  public TemplateModel(
      Map<String, String> texts, Map<String, Boolean> flags, Map<String, List<String>> lists) {
    this(texts, flags, lists, Map.of());
  }

  /**
   * The variables that {@code answers} give. What is not asked has its usual answer, as it has
   * where an archetype asks.
   */
  public static TemplateModel of(Answers answers) {
    Map<String, String> texts = new HashMap<>();
    Map<String, Boolean> flags = new HashMap<>();
    Map<String, List<String>> lists = new HashMap<>();
    Map<String, List<Fields>> records = new HashMap<>();
    for (Question<?> question : answers.questions().inOrder()) {
      Optional<String> answer = answers.textOrUsual(question);
      if (answer.isPresent()) {
        for (Variable variable : question.variables()) {
          if (variable instanceof Variable.Text text) {
            texts.put(text.name(), text.of(answer.get()));
          } else if (variable instanceof Variable.Part part) {
            texts.put(part.name(), part.of(answer.get()));
          } else if (variable instanceof Variable.YesOrNo flag) {
            flags.put(flag.name(), flag.of(answer.get()));
          } else if (variable instanceof Variable.Items items) {
            lists.put(items.name(), items.of(answer.get()));
          } else if (variable instanceof Variable.Onwards onwards) {
            lists.put(onwards.name(), onwards.of(answer.get()));
          } else if (variable instanceof Variable.Records resources) {
            List<Resource> all = resources.of(answer.get());
            records.put(
                resources.name(),
                resources.each()
                    ? ResourceVariables.ofEach(all, answers.loopScope())
                    : ResourceVariables.ofKinds(all));
          }
        }
      }
    }
    texts.put(TemplateNames.VERSION, ScaffoldVersion.current());
    texts.put(TemplateNames.DOLLAR, "$");
    return new TemplateModel(texts, flags, lists, records);
  }

  @Override
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  @Override
  public Optional<Boolean> flag(String name) {
    return Optional.ofNullable(flags.get(name));
  }

  @Override
  public Optional<List<Condition.Values>> items(String list, String item) {
    List<Condition.Values> all = new ArrayList<>();
    if (lists.containsKey(list)) {
      for (String text : lists.get(list)) {
        all.add(new Item(Map.of(item, text), Map.of(), ""));
      }
    } else if (records.containsKey(list)) {
      for (Fields fields : records.get(list)) {
        all.add(new Item(fields.texts, fields.flags, item + "."));
      }
    } else {
      return Optional.empty();
    }
    return Optional.of(all);
  }

  /** An item of a list, and what stands before its values' names. */
  private record Item(Map<String, String> texts, Map<String, Boolean> flags, String prefix)
      implements Condition.Values {
    @Override
    public Optional<String> text(String name) {
      return of(texts, name);
    }

    @Override
    public Optional<Boolean> flag(String name) {
      return of(flags, name);
    }

    private <T> Optional<T> of(Map<String, T> values, String name) {
      return name.startsWith(prefix)
          ? Optional.ofNullable(values.get(name.substring(prefix.length())))
          : Optional.empty();
    }
  }
}
