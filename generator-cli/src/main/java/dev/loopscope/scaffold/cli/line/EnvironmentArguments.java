package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.suite.config.document.Environments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The virtual environments that {@code --environment} and {@code VIRTUAL_ENV} name. */
public final class EnvironmentArguments {
  private static final String MARK = "pyvenv.cfg";

  private EnvironmentArguments() {}

  /**
   * Reads them.
   *
   * @param command that takes the option: {@code scaffold check}
   * @param typed behind the option
   * @param active what the shell says; if there is nothing, it is not read
   * @throws TargetRefusedException if no environment is where one is named
   */
  public static Environments read(
      String command, Optional<String> typed, Optional<String> active, Path workingDirectory) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    return new Environments(
        typed.map(it -> chosen(command, it, here)),
        active
            .filter(it -> !it.isEmpty())
            .flatMap(it -> PathText.resolve(here, it))
            .filter(EnvironmentArguments::isEnvironment));
  }

  private static Path chosen(String command, String typed, Path here) {
    return PathText.resolve(here, typed)
        .filter(EnvironmentArguments::isEnvironment)
        .orElseThrow(
            () ->
                new TargetRefusedException(
                    new Refusal(
                        "`" + typed + "` is no virtual environment",
                        command + " --environment " + typed,
                        "name a directory that holds a " + MARK)));
  }

  private static boolean isEnvironment(Path directory) {
    return Files.isRegularFile(directory.resolve(MARK));
  }
}
