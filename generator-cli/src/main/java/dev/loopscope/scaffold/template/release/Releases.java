package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The versions whose suites can be rendered again. */
public final class Releases {
  /**
   * A version that was released, with what its templates see.
   *
   * @param declared every name that they use
   * @param variables what answers give them
   * @param moved templates that the next version has under another name, archetypes aside, by the
   *     name that they had
   */
  record Release(
      String version,
      Declarations declared,
      Function<Answers, TemplateModel> variables,
      Map<String, String> moved) {}

  /** The releases, oldest first; each has a class of variables that nothing changes any more. */
  static final List<Release> ALL =
      List.of(
          new Release(
              "0.1.0",
              FirstVariables.DECLARED,
              FirstVariables::of,
              Map.of(
                  "tests/support/line_service.py",
                  "resources/echo/tests/resources/line_service.py",
                  "common/tests/test_entries.py",
                  "resources/echo/tests/test_entries.py")));

  /** The released versions, oldest first. */
  public static final List<String> FROZEN = ALL.stream().map(Release::version).toList();

  private Releases() {}

  /**
   * A renderer that writes what {@code version} wrote for the same answers.
   *
   * @param version as a suite's {@code .scaffold/answers.toml} records it
   * @throws RefusalException if it is neither this version nor one of {@link #FROZEN}
   */
  public static Renderer of(String version) {
    return version.equals(ScaffoldVersion.current()) ? new Renderer() : of(version, ALL);
  }

  /**
   * What a template of {@code version} is called today, archetypes aside: what the two have in one
   * place is one file, whichever of them a suite follows.
   */
  static String today(String version, String template) {
    String name = withoutArchetype(template);
    boolean since = false;
    for (Release release : ALL) {
      since |= release.version().equals(version);
      if (since) {
        name = release.moved().getOrDefault(name, name);
      }
    }
    return name;
  }

  /** A template's name without the folder of an archetype. */
  private static String withoutArchetype(String template) {
    String name = "/" + template;
    for (Archetype archetype : Archetype.ALL) {
      name = name.replace("/" + archetype.word() + "/", "/");
    }
    return name.substring(1);
  }

  /** The same where these are the releases. */
  static Renderer of(String version, List<Release> releases) {
    for (Release release : releases) {
      if (release.version().equals(version)) {
        return new Renderer(FrozenTemplates.of(version, release.declared(), release.variables()));
      }
    }
    throw new RefusalException(
        new Refusal(
            "this scaffold has no templates of version `" + version + "`",
            "scaffold " + ScaffoldVersion.current(),
            "use the scaffold that wrote the suite, or a newer one"));
  }
}
