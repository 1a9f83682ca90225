package dev.loopscope.scaffold.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests in a real terminal where there is no tmux, and says so; never in CI, where {@code
 * .ci/run} installs it.
 */
final class WithTmuxOnly implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean found =
        Arrays.stream(path.split(File.pathSeparator, -1))
            .anyMatch(it -> Files.isExecutable(Path.of(it).resolve("tmux")));
    return found || System.getenv("CI") != null
        ? ConditionEvaluationResult.enabled("there is a terminal")
        : ConditionEvaluationResult.disabled("install tmux; on Debian: apt-get install tmux");
  }
}
