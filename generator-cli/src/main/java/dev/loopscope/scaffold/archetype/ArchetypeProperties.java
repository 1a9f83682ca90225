package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Archetype;
import dev.loopscope.scaffold.answers.Backend;
import dev.loopscope.scaffold.answers.Backends;
import dev.loopscope.scaffold.answers.Choice;
import dev.loopscope.scaffold.answers.Ci;
import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DistributionName;
import dev.loopscope.scaffold.answers.ImportName;
import dev.loopscope.scaffold.answers.LoopScope;
import dev.loopscope.scaffold.answers.MavenCoordinates;
import dev.loopscope.scaffold.answers.PythonFloor;
import dev.loopscope.scaffold.answers.ResourceName;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of each archetype, and how answers are spelt in them. */
final class ArchetypeProperties {
  private ArchetypeProperties() {}

  /** The properties of {@code archetype}, in the order in which they are listed to users. */
  static List<ArchetypeProperty> of(Archetype archetype) {
    return List.of(
        property(
            "groupId",
            MavenCoordinates.DEFAULT_GROUP_ID,
            MavenCoordinates.GROUP_ID_REGEX,
            "at most 100 of A-Z a-z 0-9 _ - in words joined by full stops, such as com.example"),
        new ArchetypeProperty(
            "artifactId",
            Optional.empty(),
            DistributionName.REGEX,
            DistributionName.REGEX,
            "at most 60 of A-Z a-z 0-9 . _ -, a letter or digit at both ends, and no name of a"
                + " distribution that the suite installs"),
        property(
            "version",
            MavenCoordinates.DEFAULT_VERSION,
            MavenCoordinates.VERSION_REGEX,
            "at most 60 of A-Z a-z 0-9 . _ + -, a letter or digit at both ends, such as"
                + " 1.0-SNAPSHOT"),
        importName(),
        backends(archetype),
        loopScope(),
        new ArchetypeProperty(
            "resource",
            Optional.of("client"),
            ResourceName.REGEX,
            ResourceName.SHAPE,
            "an identifier of at most 24 characters that means nothing else to Python, pytest or"
                + " the suite, such as client, broker or store"),
        property(
            "python",
            PythonFloor.PYTHON_3_10.word(),
            PythonFloor.REGEX,
            Spelling.oneOf(Choice.words(PythonFloor.ALL))),
        property("hypothesis", "false", "true|false", "true or false"),
        property("ci", Ci.NONE.word(), Ci.REGEX, Spelling.oneOf(Choice.words(Ci.ALL))));
  }

  /** What a user passes to have {@code answers}; they must have Maven coordinates. */
  static Map<String, String> values(Answers answers) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("groupId", answers.maven().orElseThrow().groupId());
    values.put("artifactId", answers.name().text());
    values.put("version", answers.maven().orElseThrow().version());
    values.put("package", answers.packageName().text());
    values.put("backends", answers.backends().text());
    values.put("loopScope", answers.loopScope().word());
    values.put("resource", answers.resource().text());
    values.put("python", answers.python().word());
    values.put("hypothesis", Boolean.toString(answers.hypothesis()));
    values.put("ci", answers.ci().word());
    return values;
  }

  /**
   * The answers that {@code values} stand for; what is left out has its default.
   *
   * @throws RefusalException if a value is not legal
   */
  static Answers answers(Archetype archetype, Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>();
    for (ArchetypeProperty property : of(archetype)) {
      property.defaultValue().ifPresent(value -> all.put(property.key(), value));
    }
    all.putAll(values);
    DistributionName name = new DistributionName(value(all, "artifactId"));
    String importName = value(all, "package");
    return new Answers(
        name,
        importName.equals(ImportNameExpression.FROM_ARTIFACT_ID)
            ? name.importName()
            : new ImportName(importName),
        archetype,
        Backends.parse(value(all, "backends")),
        LoopScope.parse(value(all, "loopScope")),
        new ResourceName(value(all, "resource")),
        PythonFloor.parse(value(all, "python")),
        flag("hypothesis", value(all, "hypothesis")),
        Ci.parse(value(all, "ci")),
        Optional.of(new MavenCoordinates(value(all, "groupId"), value(all, "version"))));
  }

  private static boolean flag(String key, String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new RefusalException(
          new Refusal("`" + value + "` is neither", key, "use true or false"));
    }
    return value.equals("true");
  }

  private static String value(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key))
        .orElseThrow(() -> new IllegalArgumentException("no value for " + key));
  }

  private static ArchetypeProperty property(
      String key, String defaultValue, String regex, String allowed) {
    return new ArchetypeProperty(key, Optional.of(defaultValue), regex, regex, allowed);
  }

  /** Only the shape is checked here: which names are taken, {@link Validation} says. */
  private static ArchetypeProperty importName() {
    String shape = ImportNameExpression.FROM_ARTIFACT_ID + "|[A-Za-z_][A-Za-z0-9_]{0,60}";
    return property(
        "package",
        ImportNameExpression.FROM_ARTIFACT_ID,
        shape,
        "a Python identifier; left out, it follows from the artifactId");
  }

  private static ArchetypeProperty loopScope() {
    return property(
        "loopScope",
        LoopScope.SESSION.word(),
        LoopScope.REGEX,
        Spelling.oneOf(Choice.words(LoopScope.ALL))
            + ". Not package, which is one loop for the whole session under another name");
  }

  private static ArchetypeProperty backends(Archetype archetype) {
    List<Backend> runnable = Concerns.of(archetype).backends();
    String words = String.join("|", Choice.words(runnable));
    StringBuilder regex = new StringBuilder();
    for (Backend backend : runnable) {
      regex.append("(?!.*").append(backend.word()).append(".*").append(backend.word()).append(')');
    }
    regex.append("(?:").append(words).append(")(?:,(?:").append(words).append("))*");
    return property("backends", defaultBackends(archetype), regex.toString(), allowed(archetype));
  }

  private static String defaultBackends(Archetype archetype) {
    return archetype == Archetype.MULTIBACKEND
        ? Backend.ASYNCIO.word() + "," + Backend.TRIO.word()
        : Backend.ASYNCIO.word();
  }

  /** What the archetype can run, and where to go for the rest. */
  private static String allowed(Archetype archetype) {
    List<Backend> runnable = Concerns.of(archetype).backends();
    List<Backend> others = new ArrayList<>(Backend.ALL);
    others.removeAll(runnable);
    String allowed =
        runnable.size() == 1
            ? runnable.get(0).word()
            : "one or more of "
                + String.join(", ", Choice.words(runnable))
                + ", each once, separated by commas";
    return others.isEmpty()
        ? allowed
        : allowed
            + ". For "
            + Spelling.oneOf(Choice.words(others))
            + " use archetype-"
            + Archetype.MULTIBACKEND.word();
  }
}
