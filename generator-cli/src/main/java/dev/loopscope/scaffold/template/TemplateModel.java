package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Backend;
import dev.loopscope.scaffold.answers.Choice;
import java.util.LinkedHashMap;
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

  /** Every string a template may name; {@code groupId} and {@code version} only under maven. */
  public static final List<String> TEXTS =
      List.of(
          "name",
          "package",
          "archetype",
          "loopScope",
          "resource",
          "python",
          "pythonTag",
          "ci",
          "scaffoldVersion",
          "groupId",
          "version",
          "dollar");

  /** Every boolean a template may name. */
  public static final List<String> FLAGS =
      List.of("asyncio", "trio", "uvloop", "hypothesis", "maven");

  /** Every list a template may name. */
  public static final List<String> LISTS = List.of("backends", "pythons");

  /** Keeps unmodifiable copies. */
  public TemplateModel {
    texts = Map.copyOf(texts);
    flags = Map.copyOf(flags);
    lists = Map.copyOf(lists);
  }

  /** The variables that {@code answers} give. */
  public static TemplateModel of(Answers answers) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("name", answers.name().text());
    texts.put("package", answers.packageName().text());
    texts.put("archetype", answers.archetype().word());
    texts.put("loopScope", answers.loopScope().word());
    texts.put("resource", answers.resource().text());
    texts.put("python", answers.python().word());
    texts.put("pythonTag", answers.python().tag());
    texts.put("ci", answers.ci().word());
    texts.put("scaffoldVersion", ScaffoldVersion.current());
    texts.put("dollar", "$");
    answers
        .maven()
        .ifPresent(
            maven -> {
              texts.put("groupId", maven.groupId());
              texts.put("version", maven.version());
            });
    return new TemplateModel(texts, flags(answers), lists(answers));
  }

  private static Map<String, Boolean> flags(Answers answers) {
    Map<String, Boolean> flags = new LinkedHashMap<>();
    for (Backend backend : Backend.ALL) {
      flags.put(backend.word(), answers.backends().contains(backend));
    }
    flags.put("hypothesis", answers.hypothesis());
    flags.put("maven", answers.maven().isPresent());
    return flags;
  }

  private static Map<String, List<String>> lists(Answers answers) {
    return Map.of(
        "backends", Choice.words(answers.backends().inOrder()),
        "pythons", Choice.words(answers.python().andNewer()));
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
