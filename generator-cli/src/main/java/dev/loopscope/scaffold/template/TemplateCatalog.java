package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.resource.ResourceFile;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.ImportName;
import dev.loopscope.scaffold.template.dialect.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which template makes which file, in the order files are listed to users. The templates have three
 * axes: {@code common/} is in every suite, a folder named after an archetype in each of its suites,
 * and {@code resources/<kind>/}, with the archetypes below where they differ, in each suite with a
 * resource of the kind. Written out, so that nothing is scanned at run time; a test compares it
 * with the folder.
 */
public final class TemplateCatalog {
  /** Stands for the import name in a target. */
  public static final String PACKAGE = "${package}";

  /**
   * One file.
   *
   * @param template path below the templates folder
   * @param target path in the suite; {@link #PACKAGE} stands for the import name
   * @param when the condition under which the file is written; none: always
   */
  public record Entry(String template, String target, Optional<Condition> when) {
    /** Whether the file is written under {@code model}. */
    public boolean appliesTo(TemplateModel model) {
      return when.isEmpty() || when.get().holds(model);
    }

    /** The path in the suite whose import name is {@code name}. */
    public String target(ImportName name) {
      return target.replace(PACKAGE, name.text());
    }

    /** Whether the file is in the suites of {@code archetype}: its folder, if any, says so. */
    boolean isFor(Archetype archetype) {
      for (Archetype other : Archetype.ALL) {
        if (other != archetype && ("/" + template).contains("/" + other.word() + "/")) {
          return false;
        }
      }
      return true;
    }
  }

  /** The template that is in no folder: it follows from what is asked. */
  public static final String ANSWERS = "common/scaffold/answers.toml";

  /** Whether a resource has a server. */
  private static final Condition SERVED =
      new Condition.Any(
          List.of(
              new Condition.Flag(ResourceKind.POSTGRES.word()),
              new Condition.Flag(ResourceKind.REDIS.word())));

  private static final List<Entry> ENTRIES =
      List.of(
          always("common/README.md", "README.md"),
          always("common/pyproject.toml", "pyproject.toml"),
          when(new Condition.Flag("maven"), "common/pom.xml", "pom.xml"),
          always("common/gitignore", ".gitignore"),
          always(ANSWERS, AnswersFile.PATH),
          when(ci("github"), "common/github/workflows/tests.yml", ".github/workflows/tests.yml"),
          when(ci("gitlab"), "common/gitlab-ci.yml", ".gitlab-ci.yml"),
          always("common/src/package/__init__.py", "src/${package}/__init__.py"),
          always("common/src/package/py.typed", "src/${package}/py.typed"),
          always("common/tests/__init__.py", "tests/__init__.py"),
          when(
              new Condition.Flag("several"),
              "common/tests/test_together.py",
              "tests/test_together.py"),
          always("common/tests/resources/__init__.py", "tests/resources/__init__.py"),
          always("common/tests/support/__init__.py", "tests/support/__init__.py"),
          when(SERVED, "common/tests/support/keeper.py", "tests/support/keeper.py"),
          when(SERVED, "common/tests/support/servers.py", "tests/support/servers.py"),
          always("explicit-scope/tests/support/loop_contract.py", "tests/support/loop_contract.py"),
          always("explicit-scope/tests/conftest.py", "tests/conftest.py"),
          always("explicit-scope/tests/suites.py", "tests/suites.py"),
          always("explicit-scope/tests/test_loop_contract.py", "tests/test_loop_contract.py"),
          always("explicit-scope/tests/test_refusals.py", "tests/test_refusals.py"),
          when(
              new Condition.Flag("hypothesis"),
              "explicit-scope/tests/test_properties.py",
              "tests/test_properties.py"),
          always("multibackend/tests/support/loop_contract.py", "tests/support/loop_contract.py"),
          always("multibackend/tests/conftest.py", "tests/conftest.py"),
          always("multibackend/tests/suites.py", "tests/suites.py"),
          always("multibackend/tests/test_loop_contract.py", "tests/test_loop_contract.py"),
          always("multibackend/tests/test_refusals.py", "tests/test_refusals.py"),
          when(
              new Condition.Flag("hypothesis"),
              "multibackend/tests/test_properties.py",
              "tests/test_properties.py"));

  private TemplateCatalog() {}

  /** Every file of every suite. */
  public static List<Entry> all() {
    List<Entry> all = new ArrayList<>(ENTRIES);
    ResourceKind.ALL.forEach(kind -> all.addAll(of(kind)));
    return List.copyOf(all);
  }

  /** The files of {@code archetype}'s suites whose resources are of {@code kinds}. */
  public static List<Entry> entries(Archetype archetype, List<ResourceKind> kinds) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      if (entry.isFor(archetype)) {
        entries.add(entry);
      }
    }
    for (ResourceKind kind : kinds) {
      for (Entry entry : of(kind)) {
        if (entry.isFor(archetype)) {
          entries.add(entry);
        }
      }
    }
    return List.copyOf(entries);
  }

  private static List<Entry> of(ResourceKind kind) {
    List<Entry> entries = new ArrayList<>();
    Condition ofKind = new Condition.Flag(kind.word());
    for (ResourceFile file : kind.files()) {
      String template = "resources/" + kind.word() + "/" + file.template();
      Condition when =
          file.flag().isEmpty()
              ? ofKind
              : new Condition.All(List.of(ofKind, new Condition.Flag(file.flag().get())));
      entries.add(when(when, template, file.target()));
    }
    return entries;
  }

  private static Condition ci(String service) {
    return new Condition.Equal("ci", service);
  }

  private static Entry always(String template, String target) {
    return new Entry(template, target, Optional.empty());
  }

  private static Entry when(Condition condition, String template, String target) {
    return new Entry(template, target, Optional.of(condition));
  }
}
