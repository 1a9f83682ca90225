package dev.loopscope.scaffold.python;

import com.sun.management.OperatingSystemMXBean;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.python.token.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how many files are read in a second on one core: from bytes in memory to the tokens, and
 * to the tree. Seconds are those of the processor, collector and compiler of the virtual machine
 * included, so other work on the machine does not count. After {@code mvn test-compile}:
 *
 * <pre>
 * java -XX:+UseSerialGC -cp generator-cli/target/classes:generator-cli/target/test-classes \
 *   dev.loopscope.scaffold.python.ReadingSpeed "$(python3 -c 'import os; print(os.__file__[:-6])')"
 * </pre>
 */
public final class ReadingSpeed {
  private static final int ROUNDS = 10;

  private ReadingSpeed() {}

  /**
   * Reads all Python files below a folder several times and prints the speed of each round.
   *
   * @param arguments the folder
   * @throws IOException if a file is not readable
   */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> files = new ArrayList<>();
    long bytes = 0;
    for (Path file : CPython.filesBelow(Path.of(arguments[0]))) {
      byte[] content = Files.readAllBytes(file);
      files.add(content);
      bytes += content.length;
    }
    PrintStream out = System.out;
    out.printf(Locale.ROOT, "%d files, %.1f MB%n", files.size(), bytes / 1e6);
    double[] toTokens = new double[ROUNDS];
    double[] toTree = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      toTokens[round] = filesPerSecond(files, source -> Tokens.of(source).size());
      toTree[round] = filesPerSecond(files, source -> Parser.parse(source).module().body().size());
      out.printf(
          Locale.ROOT,
          "round %d: tokens %.0f files/s, tree %.0f files/s%n",
          round + 1,
          toTokens[round],
          toTree[round]);
    }
    Arrays.sort(toTokens);
    Arrays.sort(toTree);
    out.printf(
        Locale.ROOT,
        "median: tokens %.0f files/s, tree %.0f files/s%n",
        toTokens[ROUNDS / 2],
        toTree[ROUNDS / 2]);
  }

  private interface Reading {
    /** Reads the text, and returns a number so that the work cannot be left out. */
    int read(SourceText source);
  }

  private static double filesPerSecond(List<byte[]> files, Reading reading) {
    long start = processorTime();
    long seen = 0;
    for (byte[] file : files) {
      try {
        seen += reading.read(SourceText.decode(file));
      } catch (UndecodableSourceException e) {
        seen++;
      }
    }
    long nanos = processorTime() - start;
    if (seen < files.size() / 2) {
      throw new IllegalStateException("hardly anything was read");
    }
    return files.size() * 1e9 / nanos;
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
