package dev.loopscope.scaffold.execution;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests that start a PostgreSQL or a Redis where neither is installed, and says so; never in
 * CI, where {@code .ci/run} installs them.
 */
final class WithServersOnly implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    if (System.getenv("CI") != null) {
      return ConditionEvaluationResult.enabled("in CI");
    }
    List<String> missing = new ArrayList<>();
    if (!isFound("redis-server", onThePath())) {
      missing.add("redis-server");
    }
    if (!isFound("initdb", onThePath()) && !isFound("initdb", ofDebian())) {
      missing.add("postgresql");
    }
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("the servers are installed")
        : ConditionEvaluationResult.disabled(
            "install the servers that suites are run on; on Debian: apt-get install "
                + String.join(" ", missing));
  }

  private static boolean isFound(String program, List<Path> directories) {
    return directories.stream().anyMatch(it -> Files.isExecutable(it.resolve(program)));
  }

  private static List<Path> onThePath() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  private static List<Path> ofDebian() {
    List<Path> directories = new ArrayList<>();
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(versions)) {
        found.forEach(it -> directories.add(it.resolve("bin")));
      } catch (IOException e) {
        return List.of();
      }
    }
    return directories;
  }
}
