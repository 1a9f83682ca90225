package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.dialect.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the template's variables are called in Velocity, and the header that gives them values.
 *
 * <p>All files of one generation share a context. What is derived there is therefore called {@code
 * derived...}, and the item of a list {@code item...}: neither can overwrite a property of the
 * archetype.
 */
final class VelocityNames {
  /** The import name's reference, which stands in the paths of templates too. */
  static final String PACKAGE = "derivedPackage";

  /** What has no question behind it. */
  private static final Map<String, String> OF_NO_QUESTION =
      Map.of("scaffoldVersion", "derivedScaffoldVersion", "dollar", "symbol_dollar");

  private final Map<String, String> texts = new HashMap<>(OF_NO_QUESTION);
  private final Map<String, String> flags = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final StringBuilder header = new StringBuilder();

  /** The names in the suites of an archetype. */
  VelocityNames(ArchetypeProperties properties) {
    set("symbol_pound", "'#'");
    set("symbol_dollar", "'$'");
    set("symbol_escape", "'\\'");
    set("derivedScaffoldVersion", "'" + ScaffoldVersion.current() + "'");
    set(PACKAGE, importName(properties));
    for (Question<?> question : properties.questions().inOrder()) {
      if (question.in(properties.archetype()) instanceof InArchetype.Parts parts) {
        header.append(new ResourceNames(parts).header());
      }
      for (Variable variable : question.variables()) {
        add(variable, question, question.in(properties.archetype()));
      }
    }
  }

  /** The property of the import name. */
  static ArchetypeProperty packageProperty(ArchetypeProperties properties) {
    return properties.inOrder().stream()
        .filter(property -> property.question() == Questions.PACKAGE)
        .findFirst()
        .orElseThrow();
  }

  /** The expression of the import name. */
  static String importName(ArchetypeProperties properties) {
    ArchetypeProperty asked = packageProperty(properties);
    String name =
        properties.inOrder().stream()
            .filter(property -> property.question() == Questions.NAME)
            .findFirst()
            .orElseThrow()
            .key();
    return ImportNameExpression.of(asked.key(), asked.defaultValue().orElseThrow(), name);
  }

  private void add(Variable variable, Question<?> question, InArchetype how) {
    String name = derived(variable.name());
    if (how instanceof InArchetype.Settled settled) {
      settle(variable, name, settled.text());
    } else if (how instanceof InArchetype.Parts parts) {
      addOfResource(variable, name, new ResourceNames(parts));
    } else {
      String key = ((InArchetype.Property) how).key();
      addAsked(variable, name, "$" + (question == Questions.PACKAGE ? PACKAGE : key));
    }
  }

  private void addAsked(Variable variable, String name, String value) {
    if (variable instanceof Variable.Text text) {
      if (text.removed().isEmpty()) {
        texts.put(text.name(), value.substring(1));
      } else {
        texts.put(text.name(), name);
        set(name, value + ".replace('" + text.removed() + "', '')");
      }
    } else if (variable instanceof Variable.Part part) {
      texts.put(part.name(), name);
      set(name, value + ".replaceAll('" + part.removed() + "', '')");
    } else if (variable instanceof Variable.Matching matching) {
      flags.put(matching.name(), name);
      set(name, value + ".matches('" + matching.regex() + "')");
    } else if (variable instanceof Variable.Flag flag) {
      flags.put(flag.name(), name);
      set(name, value + ".matches('(?:.*,)?" + flag.word() + "(?:,.*)?')");
    } else if (variable instanceof Variable.Items items) {
      lists.put(items.name(), name);
      set(name, value + ".split('" + items.separator() + "')");
    } else if (variable instanceof Variable.Onwards onwards) {
      lists.put(onwards.name(), name);
      String all = derived("all_" + onwards.name());
      set(all, "['" + String.join("', '", onwards.words()) + "']");
      set(name, "$" + all + ".subList($" + all + ".indexOf(" + value + "), $" + all + ".size())");
    } else {
      throw new IllegalStateException("no archetype asks for " + variable.name());
    }
  }

  /** What templates see of the one resource there is. */
  private void addOfResource(Variable variable, String name, ResourceNames resource) {
    if (variable instanceof Variable.Text) {
      texts.put(variable.name(), name);
      header.append(resource.text(name));
    } else if (variable instanceof Variable.Several) {
      flags.put(variable.name(), name);
      set(name, "false");
    } else if (variable instanceof Variable.OfKind kind) {
      flags.put(variable.name(), name);
      set(name, resource.isOf(kind.kind()));
    } else {
      String list = variable.name();
      header.append(
          resource.fields(
              (Variable.Records) variable,
              field -> {
                texts.put(list + "." + field, derived(list + "_" + field));
                return derived(list + "_" + field);
              }));
    }
  }

  /** Gives a name the value that it has in every suite of the archetype. */
  private void settle(Variable variable, String name, String answer) {
    if (variable instanceof Variable.Text text) {
      texts.put(text.name(), name);
      set(name, "'" + text.of(answer) + "'");
    } else if (variable instanceof Variable.Flag flag) {
      flags.put(flag.name(), name);
      set(name, Boolean.toString(flag.of(answer)));
    } else {
      throw new IllegalStateException("no archetype settles a list: " + variable.name());
    }
  }

  private static String derived(String name) {
    return "derived" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void set(String name, String expression) {
    header.append("#set($").append(name).append(" = ").append(expression).append(")\n");
  }

  /** Lines that give every name its value and add no bytes. */
  String header() {
    return header.toString();
  }

  /** The reference of a declared string, or of a list's item. */
  String text(String name) {
    return texts.getOrDefault(name, item(name));
  }

  /** The reference of a declared list. */
  String list(String name) {
    return known(lists, name);
  }

  /** The reference of a list's item. */
  static String item(String name) {
    return "item_" + name;
  }

  /** A condition in Velocity's words. */
  String condition(Condition condition) {
    if (condition instanceof Condition.Flag flag) {
      return "$" + known(flags, flag.name());
    }
    if (condition instanceof Condition.NotFlag flag) {
      return "!$" + known(flags, flag.name());
    }
    if (condition instanceof Condition.Equal equal) {
      return "$" + text(equal.name()) + " == \"" + equal.literal() + "\"";
    }
    if (condition instanceof Condition.NotEqual notEqual) {
      return "$" + text(notEqual.name()) + " != \"" + notEqual.literal() + "\"";
    }
    if (condition instanceof Condition.All all) {
      return join(all.terms(), " && ");
    }
    return join(((Condition.Any) condition).terms(), " || ");
  }

  private String join(List<Condition> terms, String operator) {
    List<String> texts = new ArrayList<>();
    for (Condition term : terms) {
      texts.add(condition(term));
    }
    return String.join(operator, texts);
  }

  /** Appends text that stands for itself. */
  static void escape(String text, StringBuilder velocity) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '#' -> velocity.append("${symbol_pound}");
        case '$' -> velocity.append("${symbol_dollar}");
        case '\\' -> velocity.append("${symbol_escape}");
        default -> velocity.append(c);
      }
    }
  }

  private static String known(Map<String, String> names, String name) {
    String known = names.get(name);
    if (known == null) {
      throw new IllegalStateException("no reference for the template variable " + name);
    }
    return known;
  }
}
