package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Archetype;
import dev.loopscope.scaffold.answers.Choice;
import dev.loopscope.scaffold.answers.PythonFloor;
import dev.loopscope.scaffold.template.Condition;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.util.ArrayList;
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

  /** Strings that are properties of the archetype, under the name they have there. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("name", "artifactId"),
          Map.entry("package", PACKAGE),
          Map.entry("archetype", "derivedArchetype"),
          Map.entry("loopScope", "loopScope"),
          Map.entry("resource", "resource"),
          Map.entry("python", "python"),
          Map.entry("pythonTag", "derivedPythonTag"),
          Map.entry("ci", "ci"),
          Map.entry("scaffoldVersion", "derivedScaffoldVersion"),
          Map.entry("groupId", "groupId"),
          Map.entry("version", "version"),
          Map.entry("dollar", "symbol_dollar"));

  private static final Map<String, String> FLAGS =
      Map.of(
          "asyncio", "derivedAsyncio",
          "trio", "derivedTrio",
          "uvloop", "derivedUvloop",
          "hypothesis", "derivedHypothesis",
          "maven", "derivedMaven");

  private static final Map<String, String> LISTS =
      Map.of("backends", "derivedBackends", "pythons", "derivedPythons");

  private final String header;

  /** The names in the suites of {@code archetype}. */
  VelocityNames(Archetype archetype) {
    StringBuilder text = new StringBuilder();
    set(text, "symbol_pound", "'#'");
    set(text, "symbol_dollar", "'$'");
    set(text, "symbol_escape", "'\\'");
    set(text, PACKAGE, ImportNameExpression.TEXT);
    set(text, "derivedArchetype", "'" + archetype.word() + "'");
    set(text, "derivedScaffoldVersion", "'" + ScaffoldVersion.current() + "'");
    set(text, "derivedPythonTag", "$python.replace('.', '')");
    set(text, "derivedBackends", "$backends.split(',')");
    set(text, "derivedAsyncio", "$backends.contains('asyncio')");
    set(text, "derivedTrio", "$backends.contains('trio')");
    set(text, "derivedUvloop", "$backends.contains('uvloop')");
    set(text, "derivedHypothesis", "$hypothesis.equals('true')");
    set(text, "derivedMaven", "true");
    String all = "['" + String.join("', '", Choice.words(PythonFloor.ALL)) + "']";
    set(text, "derivedAllPythons", all);
    set(
        text,
        "derivedPythons",
        "$derivedAllPythons.subList($derivedAllPythons.indexOf($python),"
            + " $derivedAllPythons.size())");
    header = text.toString();
  }

  private static void set(StringBuilder text, String name, String expression) {
    text.append("#set($").append(name).append(" = ").append(expression).append(")\n");
  }

  /** Lines that give every name its value and add no bytes. */
  String header() {
    return header;
  }

  /** The reference of a declared string, or of a list's item. */
  String text(String name) {
    return TEXTS.getOrDefault(name, item(name));
  }

  /** The reference of a declared list. */
  String list(String name) {
    return known(LISTS, name);
  }

  /** The reference of a list's item. */
  static String item(String name) {
    return "item_" + name;
  }

  /** A condition in Velocity's words. */
  String condition(Condition condition) {
    if (condition instanceof Condition.Flag flag) {
      return "$" + known(FLAGS, flag.name());
    }
    if (condition instanceof Condition.NotFlag flag) {
      return "!$" + known(FLAGS, flag.name());
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
