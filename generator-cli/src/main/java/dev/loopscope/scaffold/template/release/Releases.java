package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.util.List;

/** The versions whose suites can be rendered again. */
public final class Releases {
  /** The released versions, oldest first. */
  public static final List<String> FROZEN = List.of("0.1.0");

  private Releases() {}

  /**
   * A renderer that writes what {@code version} wrote for the same answers.
   *
   * @param version as a suite's {@code .scaffold/answers.toml} records it
   * @throws RefusalException if it is neither this version nor one of {@link #FROZEN}
   */
  public static Renderer of(String version) {
    if (version.equals(ScaffoldVersion.current())) {
      return new Renderer();
    }
    if (!FROZEN.contains(version)) {
      throw new RefusalException(
          new Refusal(
              "this scaffold has no templates of version `" + version + "`",
              "scaffold " + ScaffoldVersion.current(),
              "use the scaffold that wrote the suite, or a newer one"));
    }
    return new Renderer(FrozenTemplates.of(version, FirstVariables.DECLARED, FirstVariables::of));
  }
}
