package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.Delivery;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --fix} does about files that change while it runs, links, and a disk that fails. */
class FixesOnDiskTest {
  private static final String OLD =
      """
      import pytest


      @pytest.mark.asyncio(scope="session")
      async def test_a():
          pass
      """;
  private static final String NEW = OLD.replace("scope=", "loop_scope=");

  @TempDir Path disk = Path.of("");
  private Path project = Path.of("");

  /** Something that happens once all is read and before anything is written. */
  private interface Meanwhile {
    void run() throws IOException;
  }

  @BeforeEach
  void writeASuite() throws IOException {
    project = Files.createDirectory(disk.resolve("project"));
    Files.writeString(project.resolve("requirements.txt"), "pytest-asyncio>=1.0\n");
    Files.writeString(project.resolve("test_a.py"), OLD);
    Files.writeString(project.resolve("test_b.py"), OLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# typed above\n" + OLD, OLD + "# typed below\n", "a\n", ""})
  void fileThatIsSavedMeanwhileIsLeftAndNoOtherIsChanged(String saved) throws IOException {
    Path file = project.resolve("test_b.py");
    Run run = fixed(() -> Files.writeString(file, saved));
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .isEqualTo(
            "scaffold: a file was saved meanwhile, and nothing was changed\n"
                + ("      at: " + file.toRealPath() + "\n")
                + "    next: run the command again\n");
    assertThat(Files.readString(file)).isEqualTo(saved);
    assertThat(project.resolve("test_a.py")).hasContent(OLD);
  }

  @Test
  void fileThatIsDeletedMeanwhileStaysDeleted() throws IOException {
    Run run = fixed(() -> Files.delete(project.resolve("test_b.py")));
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(project.resolve("test_b.py")).doesNotExist();
    assertThat(project.resolve("test_a.py")).hasContent(OLD);
  }

  @Test
  void fileThatBecomesALinkMeanwhileHasNoVictim() throws IOException {
    Path victim = Files.writeString(disk.resolve("victim"), OLD);
    Run run =
        fixed(
            () -> {
              Files.delete(project.resolve("test_b.py"));
              Files.createSymbolicLink(project.resolve("test_b.py"), victim);
            });
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("a symbolic link leads out of ");
    assertThat(victim).hasContent(OLD);
    assertThat(project.resolve("test_a.py")).hasContent(OLD);
  }

  @Test
  void fileWithTwoNamesIsFixedOnce() throws IOException {
    Files.createSymbolicLink(project.resolve("test_c.py"), Path.of("test_a.py"));
    Files.createLink(project.resolve("test_d.py"), project.resolve("test_b.py"));
    Run run = Run.in(project, "check", "--select=LS008", "--fix");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    for (String name : new String[] {"test_a.py", "test_b.py", "test_c.py", "test_d.py"}) {
      assertThat(Files.readString(project.resolve(name))).isEqualTo(NEW);
    }
    assertThat(project.resolve("test_c.py")).isSymbolicLink();
    assertThat(Files.isSameFile(project.resolve("test_b.py"), project.resolve("test_d.py")))
        .isTrue();
  }

  @Test
  void linkThatLeadsOutOfTheSuiteIsNotFixed() throws IOException {
    Path victim = Files.writeString(disk.resolve("victim.py"), OLD);
    Files.createSymbolicLink(project.resolve("test_c.py"), victim);
    Run.in(project, "check", "--select=LS008", "--fix");
    assertThat(victim).hasContent(OLD);
    assertThat(project.resolve("test_a.py")).hasContent(NEW);
  }

  @Test
  void failedDiskIsToldAndNothingIsChanged() throws IOException {
    Run run =
        fixed(
            () -> {
              throw new FileSystemException("x", null, "Input/output error");
            });
    assertThat(run.end()).isEqualTo(ExitCode.WRITE_FAILED);
    assertThat(run.err()).startsWith("scaffold: nothing was written: Input/output error\n");
    assertThat(project.resolve("test_a.py")).hasContent(OLD);
    assertThat(project.toFile().list()).hasSize(3);
  }

  @Test
  void baselineThatCannotBeWrittenLeavesTheFixesUnwritten() throws IOException {
    Run written = fixed(() -> {}, "--baseline", "known.txt", "--write-baseline");
    assertThat(written.err()).isEmpty();
    assertThat(project.resolve("test_a.py")).hasContent(NEW);
    Files.writeString(project.resolve("test_a.py"), OLD);
    String known = Files.readString(project.resolve("known.txt"));
    Run run =
        fixed(
            () -> Files.writeString(project.resolve("known.txt"), known + "\n"),
            "--baseline",
            "known.txt",
            "--write-baseline");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).startsWith("scaffold: a file was saved meanwhile");
    assertThat(project.resolve("test_a.py")).hasContent(OLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "below", ".."})
  void nothingIsFixedWhereALeftoverCannotBeSettled(String at) throws IOException {
    Path stage = project.resolve(at).normalize().resolve(".scaffold-apply");
    Files.createDirectories(stage);
    Files.writeString(stage.resolve("lock"), "1\n");
    Files.writeString(stage.resolve("journal"), "scaffold-jour");
    for (String option : new String[] {"--fix", "--unsafe-fixes"}) {
      Run run = Run.in(project, "check", option);
      assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines())
          .containsExactly(
              "scaffold: what a run that was killed left cannot be settled, and files may be half"
                  + " changed: its journal is not whole",
              "      at: " + stage,
              "    next: mend that; or look at its directory old for texts that you miss, delete"
                  + " it, and run the command again");
    }
    assertThat(project.resolve("test_a.py")).hasContent(OLD);
    assertThat(stage.resolve("journal")).hasContent("scaffold-jour");
    Run run = Run.in(project, "check", "--baseline", "known.json", "--write-baseline");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(project.resolve("known.json")).doesNotExist();
    Run report = Run.in(project, "check");
    assertThat(report.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(report.err()).startsWith(stage + ": what a run that was killed left cannot be");
    assertThat(Run.in(project, "check", "--diff", "--fix").end()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void whatIsReadMayBeOfTwoSuitesWithTheirSettingsAbove() throws IOException {
    Files.createDirectories(project.resolve("one/tests"));
    Files.createDirectories(project.resolve("two/tests"));
    Files.writeString(project.resolve("one/tests/test_1.py"), OLD);
    Files.writeString(project.resolve("two/tests/test_2.py"), OLD);
    Run run = Run.in(project.resolve("one"), "check", "--select=LS008", "--fix", "tests", "../two");
    assertThat(run.out()).startsWith("Fixed 2 findings in ");
    assertThat(project.resolve("one/tests/test_1.py")).hasContent(NEW);
    assertThat(project.resolve("two/tests/test_2.py")).hasContent(NEW);
    assertThat(project.resolve("test_a.py")).hasContent(OLD);
  }

  private Run fixed(Meanwhile meanwhile, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, Terminal.none());
    Disk real = Disk.real();
    Disk disk =
        (Disk)
            Proxy.newProxyInstance(
                Disk.class.getClassLoader(),
                new Class<?>[] {Disk.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("createPrivateDirectory")) {
                    meanwhile.run();
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
    List<String> line = new ArrayList<>(List.of("check", "--select=LS008", "--fix"));
    line.addAll(List.of(more));
    ExitCode end =
        new Scaffold(console, project, true, Questions.ALL, disk).run(line.toArray(new String[0]));
    assertThat(console.flush()).isEqualTo(Delivery.WHOLE);
    return new Run(end, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
