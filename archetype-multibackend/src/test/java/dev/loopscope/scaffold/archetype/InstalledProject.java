package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Maven} in whose local repository a fresh clone of this project is installed:
 * once in a run, for a build of a clone takes longer than all that is done with it.
 */
final class InstalledProject implements ParameterResolver {
  private static final ExtensionContext.Namespace RUN =
      ExtensionContext.Namespace.create(InstalledProject.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Maven.class;
  }

  @Override
  public Maven resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(RUN)
        .computeIfAbsent(Maven.class, key -> installed(), Maven.class);
  }

  private static Maven installed() {
    try {
      Path clone = Path.of("target/installed-clone").toAbsolutePath();
      Checkout.delete(clone);
      Checkout.cloneTo(clone);
      Maven maven = Maven.withoutThisProject("installed");
      Run install = maven.run(clone, "install", "-DskipTests");
      assertThat(install.exitCode()).as(install.output()).isZero();
      return maven;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("installing was interrupted", e);
    }
  }
}
