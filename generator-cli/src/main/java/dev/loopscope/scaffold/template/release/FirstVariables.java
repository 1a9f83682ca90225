package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that the templates of 0.1.0 see. */
final class FirstVariables {
  /** Every name that those templates use. */
  static final Declarations DECLARED =
      new Declarations(
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
              "dollar"),
          List.of("asyncio", "trio", "uvloop", "hypothesis", "maven"),
          List.of("backends", "pythons"),
          Map.of());

  private FirstVariables() {}

  /** The variables that {@code answers} gave in 0.1.0. */
  static TemplateModel of(Answers answers) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("name", answers.name().text());
    texts.put("package", answers.packageName().text());
    texts.put("archetype", answers.archetype().word());
    texts.put("loopScope", answers.loopScope().word());
    texts.put("resource", answers.resources().get(0).name().text());
    texts.put("python", answers.python().word());
    texts.put("pythonTag", answers.python().tag());
    texts.put("ci", answers.ci().word());
    texts.put("scaffoldVersion", "0.1.0");
    texts.put("dollar", "$");
    answers.maven().ifPresent(maven -> texts.put("groupId", maven.groupId()));
    answers.maven().ifPresent(maven -> texts.put("version", maven.version()));
    Map<String, Boolean> flags = new LinkedHashMap<>();
    for (Backend backend : List.of(Backend.ASYNCIO, Backend.TRIO, Backend.UVLOOP)) {
      flags.put(backend.word(), answers.backends().contains(backend));
    }
    flags.put("hypothesis", answers.hypothesis());
    flags.put("maven", answers.maven().isPresent());
    return new TemplateModel(
        texts,
        flags,
        Map.of(
            "backends", Choice.words(answers.backends().inOrder()),
            "pythons", Choice.words(answers.python().andNewer())));
  }
}
