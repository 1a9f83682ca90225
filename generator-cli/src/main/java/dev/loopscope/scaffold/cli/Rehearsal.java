package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs every command once and prints nothing, so that a JVM which archives the classes that it has
 * loaded finds those of a usual run. The launcher starts it, once for each build and each Java.
 */
public final class Rehearsal {
  private static final String WITH_FINDINGS = "with-findings";

  private static final List<List<String>> LINES =
      List.of(
          List.of("new", "demo", Questions.BACKENDS.option(), "asyncio,trio"),
          List.of(
              "new", "service", Questions.MAVEN.option(), Questions.HYPOTHESIS.option(), "--json"),
          List.of("check", "demo", "service"),
          List.of("check", WITH_FINDINGS, "--diff"),
          List.of("check", WITH_FINDINGS, "--format", "json"),
          List.of("check", WITH_FINDINGS, "--fix"),
          List.of("update", "demo"),
          List.of("undo", "demo", "--list"),
          List.of("explain", "LS001"),
          List.of("--version"),
          List.of("--help"),
          List.of("new", "--help"),
          List.of("check", "--help"),
          List.of("help"));

  private Rehearsal() {}

  /**
   * Writes into the first argument, an empty directory. What follows are the commands to run, if
   * not all.
   */
  public static void main(String[] arguments) {
    Main.useNoTimeZone();
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    List<String> commands = List.of(arguments).subList(1, arguments.length);
    if (commands.isEmpty() || commands.contains("new")) {
      Renderer.load();
    }
    if (commands.isEmpty()) {
      writeFindings(directory.resolve(WITH_FINDINGS));
    }
    for (List<String> line : LINES) {
      if (!commands.isEmpty() && !commands.contains(line.get(0))) {
        continue;
      }
      OutputStream nothing = OutputStream.nullOutputStream();
      ExitCode end = Main.run(nothing, nothing, directory, line.toArray(new String[0]));
      if (end != ExitCode.DONE && end != ExitCode.FINDINGS) {
        throw new IllegalStateException(line + " ended with " + end);
      }
    }
  }

  private static void writeFindings(Path directory) {
    String test =
        """
        import pytest


        @pytest.mark.asyncio(scope="session")
        async def test_something():
            assert True
        """;
    FileTree tree =
        new FileTree(
            List.of(
                new RenderedFile("pytest.ini", "[pytest]\n"),
                new RenderedFile("requirements.txt", "pytest-asyncio>=1.0\n"),
                new RenderedFile("test_something.py", test)));
    new PlanWriter(Disk.real()).apply(ChangePlan.ofNew(tree), TargetLocator.locate(directory));
  }
}
