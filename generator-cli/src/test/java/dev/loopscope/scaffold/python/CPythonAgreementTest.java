package dev.loopscope.scaffold.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CPython is right. Each Python on the machine is asked about files of its own standard library,
 * and about those below the folders in {@code -Doracle.trees=<folder>:<folder>}: a sample of them,
 * or with {@code -Doracle.whole=true} all.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CPythonAgreementTest {
  private static final boolean WHOLE = Boolean.getBoolean("oracle.whole");
  private static final int SAMPLE = 25;

  private static final List<String> SYNTAX_TESTS =
      List.of(
          "test/test_grammar.py",
          "test/test_fstring.py",
          "test/test_patma.py",
          "test/test_type_params.py",
          "test/test_unparse.py",
          "test/test_unicode_identifiers.py",
          "test/test_except_star.py",
          "test/test_positional_only_arg.py",
          "test/test_coroutines.py");

  @TempDir private Path scratch;

  static List<CPython> pythons() {
    return CPython.all();
  }

  @Test
  void thereIsAPythonToAsk() {
    assertThat(pythons())
        .as("CPython 3.9 to 3.15 on PATH or below PYENV_ROOT; install one, such as python3")
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("pythons")
  void everyTokenAndEveryNodeIsWhatCPythonSays(CPython python) throws Exception {
    List<Path> files = files(python);
    assertThat(files).as("files of the standard library in " + python.library()).isNotEmpty();
    List<String> differences = new ArrayList<>();
    AtomicInteger compared = new AtomicInteger();
    CPythonVerdict.ask(
        python,
        files,
        scratch,
        WHOLE ? Duration.ofMinutes(25) : Duration.ofMinutes(2),
        verdict -> {
          differences.addAll(unexpected(verdict, python.minor()));
          compared.incrementAndGet();
        });
    assertThat(differences).isEmpty();
    assertThat(compared).hasValue(files.size());
  }

  private static List<String> unexpected(CPythonVerdict verdict, int minor) {
    return KnownDifferences.include(verdict.file(), minor)
        ? List.of()
        : differences(verdict, minor);
  }

  private static List<String> differences(CPythonVerdict verdict, int minor) {
    SyntaxTree tree;
    try {
      tree = Parser.parse(SourceText.decode(Files.readAllBytes(verdict.file())));
    } catch (UndecodableSourceException e) {
      return verdict.nodeRefusal().isPresent()
          ? List.of()
          : List.of(verdict.file() + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (verdict.nodeRefusal().isPresent()) {
      // The tokens of such a file are not compared: tokenize is no judge of what is no Python.
      return tree.opaqueStatements().isEmpty()
          ? List.of(verdict.file() + ": read although " + verdict.nodeRefusal().orElseThrow())
          : List.of();
    }
    List<String> tokens =
        verdict.tokenRefusal().isPresent() ? List.of() : TokenLines.of(tree.tokens(), minor);
    List<String> found = new ArrayList<>();
    firstDifference(verdict.tokens(), tokens).ifPresent(found::add);
    firstDifference(verdict.nodes(), NodeLines.of(tree, minor)).ifPresent(found::add);
    found.replaceAll(difference -> verdict.file() + ": " + difference);
    return found;
  }

  private static Optional<String> firstDifference(List<String> expected, List<String> actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    int at = 0;
    while (at < expected.size() && at < actual.size() && expected.get(at).equals(actual.get(at))) {
      at++;
    }
    String theirs = at < expected.size() ? expected.get(at) : "nothing more";
    String ours = at < actual.size() ? actual.get(at) : "nothing more";
    return Optional.of("CPython has " + theirs + ", we have " + ours);
  }

  private static List<Path> files(CPython python) {
    List<Path> all =
        Stream.concat(
                python.libraryFiles().stream(),
                Stream.of(System.getProperty("oracle.trees", "").split(":", -1))
                    .filter(tree -> !tree.isEmpty())
                    .flatMap(tree -> CPython.filesBelow(Path.of(tree)).stream()))
            .toList();
    if (WHOLE) {
      return all;
    }
    int step = Math.max(1, all.size() / SAMPLE);
    return IntStream.range(0, all.size())
        .filter(at -> at % step == 0 || isAboutSyntax(all.get(at)))
        .mapToObj(all::get)
        .toList();
  }

  /** CPython's own tests of its grammar, where they are installed, are in every sample. */
  private static boolean isAboutSyntax(Path file) {
    return SYNTAX_TESTS.stream().anyMatch(file::endsWith);
  }
}
