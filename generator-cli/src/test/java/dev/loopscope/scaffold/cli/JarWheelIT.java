package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wheel that any Java runs, made from this build's jars and installed by pip: the one form that
 * needs no newer JDK than the build. {@code packaging/check} installs the others, and tests more of
 * this one.
 */
class JarWheelIT {
  private static final Path PACKAGING = Path.of("../packaging").toAbsolutePath().normalize();

  @TempDir private Path dist;

  @Test
  void wheelOfThisBuildIsInstalledByPipAndFindsItsJavaOrSaysWhatToDo() throws Exception {
    String java = System.getProperty("java.home");
    run(List.of("build", "--jdk", java, "--output", dist.toString(), "jar-wheel"));

    List<String> tests = new ArrayList<>(List.of("-m", "unittest", "tests.test_jar_wheel"));
    tests.addAll(List.of("-k", "runs_by_java_home", "-k", "without_a_java", "-k", "old_java"));

    assertThat(run(tests)).containsPattern("Ran 3 tests in ").contains("\nOK\n");
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-B"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(PACKAGING.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SCAFFOLD_DIST", dist.toString());
    builder.environment().put("SCAFFOLD_OFFLINE", "1");
    Process ended = builder.redirectErrorStream(true).start();
    ended.getOutputStream().close();
    String said = new String(ended.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ended.waitFor()).as(said).isZero();
    return said;
  }
}
