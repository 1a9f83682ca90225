package dev.loopscope.scaffold.maven;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.cli.Scaffold;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.component.MapOrientedComponent;
import org.codehaus.plexus.component.repository.ComponentRequirement;

/**
 * Any of the goals: runs the command of that name in the module's directory, and prints to Maven's
 * log. Its parameters come as a map, because they are the command's and not this class's.
 */
public final class ScaffoldMojo extends AbstractMojo implements MapOrientedComponent {
  static final String GOAL = "goal";
  static final String BASEDIR = "basedir";
  static final String MODULES = "modules";
  static final String SKIP = "skip";
  static final String OUTPUT = "output";

  private static final String UPDATE = "update";

  private Map<?, ?> configuration = Map.of();

  /** For Maven, which sets the configuration next. */
  public ScaffoldMojo() {}

  @Override
  public void setComponentConfiguration(Map<?, ?> values) {
    configuration = values;
  }

  @Override
  public void addComponentRequirement(ComponentRequirement requirement, Object component) {
    throw new IllegalStateException("the descriptor asks for no component");
  }

  /**
   * Runs the command.
   *
   * @throws MojoFailureException if it found something, or the suite does not pass
   * @throws MojoExecutionException if it refused
   */
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    GoalRequest request = GoalRequest.of(configuration);
    if (GoalRequest.isTrue(Parameter.property(SKIP), request.value(SKIP).orElse("false"))) {
      getLog().info("skipped");
      return;
    }
    Path directory = request.directory();
    if (request.goal().word().equals(UPDATE)
        && !request.namesAPlace()
        && !Files.exists(directory.resolve(AnswersFile.PATH))) {
      getLog().info("nothing to update: " + directory + " is no suite of scaffold's");
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode end =
        new Scaffold(new Console(out, err, Terminal.none()), directory, getLog().isDebugEnabled())
            .in(Optional.ofNullable(System.getenv("VIRTUAL_ENV")))
            .run(request.arguments().toArray(String[]::new));
    Complaint complaint = Complaint.of(err.toString(StandardCharsets.UTF_8));
    complaint.notes().forEach(getLog()::warn);
    tell(request, out, end);
    switch (end) {
      case DONE -> {}
      case FINDINGS ->
          throw new MojoFailureException(
              complaint.refusal(request.goal()).orElse(found(request, out)));
      default ->
          throw new MojoExecutionException(
              complaint.refusal(request.goal()).orElse("scaffold ended with " + end));
    }
  }

  /** With {@code -q}, Maven shows errors only: what fails the build is to be among them. */
  private void tell(GoalRequest request, ByteArrayOutputStream out, ExitCode end)
      throws MojoExecutionException {
    Optional<String> output = request.value(OUTPUT);
    if (output.isPresent()) {
      Path file = request.directory().resolve(output.get());
      try {
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, out.toByteArray());
      } catch (IOException e) {
        throw new MojoExecutionException("the output cannot be written to " + file, e);
      }
      getLog().info("Wrote " + file);
      return;
    }
    Consumer<CharSequence> log = end == ExitCode.FINDINGS ? getLog()::error : getLog()::info;
    out.toString(StandardCharsets.UTF_8).lines().forEach(log);
  }

  private static String found(GoalRequest request, ByteArrayOutputStream out) {
    String first = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    return first.isEmpty() || first.startsWith("{") || first.startsWith("[")
        ? "scaffold " + request.goal().word() + " found something"
        : first;
  }
}
