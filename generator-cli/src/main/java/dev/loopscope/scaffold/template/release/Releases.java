package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.util.List;
import java.util.function.Function;

/** The versions whose suites can be rendered again. */
public final class Releases {
  /**
   * A version that was released, with what its templates see.
   *
   * @param declared every name that they use
   * @param variables what answers give them
   */
  record Release(
      String version, Declarations declared, Function<Answers, TemplateModel> variables) {}

  /** The releases, oldest first; each has a class of variables that nothing changes any more. */
  static final List<Release> ALL =
      List.of(new Release("0.1.0", FirstVariables.DECLARED, FirstVariables::of));

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
