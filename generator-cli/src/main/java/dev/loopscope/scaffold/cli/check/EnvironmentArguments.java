package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.suite.config.document.Environments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The virtual environments that {@code --environment} and {@code VIRTUAL_ENV} name. */
final class EnvironmentArguments {
  private static final String MARK = "pyvenv.cfg";

  private EnvironmentArguments() {}

  /**
   * Reads them.
   *
   * @param typed behind the option
   * @param active what the shell says; if there is nothing, it is not read
   * @throws TargetRefusedException if no environment is where one is named
   */
  static Environments read(Optional<String> typed, Optional<String> active, Path workingDirectory) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    return new Environments(
        typed.map(it -> chosen(it, here)),
        active
            .filter(it -> !it.isEmpty())
            .flatMap(it -> PathText.resolve(here, it))
            .filter(EnvironmentArguments::isEnvironment));
  }

  private static Path chosen(String typed, Path here) {
    return PathText.resolve(here, typed)
        .filter(EnvironmentArguments::isEnvironment)
        .orElseThrow(
            () ->
                new TargetRefusedException(
                    new Refusal(
                        "`" + typed + "` is no virtual environment",
                        "scaffold check --environment " + typed,
                        "name a directory that holds a " + MARK)));
  }

  private static boolean isEnvironment(Path directory) {
    return Files.isRegularFile(directory.resolve(MARK));
  }
}
