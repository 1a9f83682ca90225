package dev.loopscope.scaffold.map.drawing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests in a real browser where there is none, and says so; never in CI, where {@code
 * .ci/run} installs it.
 */
final class WithChromiumOnly implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    boolean found = program("chromium").isPresent() && program("chromedriver").isPresent();
    return found || System.getenv("CI") != null
        ? ConditionEvaluationResult.enabled("there is a browser")
        : ConditionEvaluationResult.disabled(
            "install Chromium; on Debian: apt-get install chromium chromium-driver");
  }

  /** A program of the PATH. */
  static Optional<File> program(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(it -> Path.of(it).resolve(name))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }
}
