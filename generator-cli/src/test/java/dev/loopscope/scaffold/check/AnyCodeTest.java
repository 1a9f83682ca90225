package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.fix.EditedText;
import dev.loopscope.scaffold.check.fix.FixSelection;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageCases;
import dev.loopscope.scaffold.check.page.PageFile;
import dev.loopscope.scaffold.check.page.ShippedPages;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.python.CPython;
import dev.loopscope.scaffold.suite.SuiteModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the code, a check comes to an end and throws nothing. Of the standard libraries a sample
 * is read, or with {@code -Doracle.whole=true} every file; of other trees, those below the folders
 * in {@code -Doracle.trees=<folder>:<folder>}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnyCodeTest {
  /** The same samples in every run: no change meets a failure that is not its own. */
  private static final String SEED = "20261122";

  private static final boolean WHOLE = Boolean.getBoolean("oracle.whole");

  /** Others of each Python: what they have in common is read once. */
  private static final int EVERY = 36;

  private static final String[] HEADERS = {
    "import pytest",
    "import pytest_asyncio as pa",
    "from pytest import mark, fixture",
    "from conftest import *",
    "from test_it import *",
    "import conftest",
    "pytestmark = [mark.anyio, pytest.mark.asyncio(loop_scope='module')]",
    "pytestmark = mark.asyncio(scope=SCOPE)",
    "SCOPE = 'session'",
    "SCOPE = SCOPE",
    "mark = pytest.mark",
    "wide = partial(pa.fixture, scope=SCOPE)",
    "@pytest.fixture(scope='session', params=['asyncio', 'trio'])",
    "@pytest.fixture",
    "@fixture(scope=lambda: x, autouse=True)",
    "@pa.fixture(loop_scope=SCOPE)",
    "@pytest.mark.parametrize('pool, anyio_backend', [1], indirect=True)",
    "@pytest.mark.usefixtures('pool', *names)",
    "@given(st.integers())",
    "@wide",
    "@classmethod",
    "class TestIt(Base):",
    "class Base(TestIt, Generic[T]):",
    "class Base:",
    "async def pool(anyio_backend, pool):",
    "def event_loop(event_loop_policy):",
    "def anyio_backend(request):",
    "async def test_it(self, pool, request):",
    "def test_it(pool):",
    "def pytest_collection_modifyitems(items):",
    "async def setup_method(self):",
    "async with aiohttp.ClientSession() as s:",
    "with move_on_after(1):",
    "if TYPE_CHECKING:",
    "else:",
    "try:",
    "except ImportError:",
    "yield s",
    "yield",
    "loop = asyncio.new_event_loop()",
    "item.add_marker(pytest.mark.asyncio(loop_scope='session'), append=False)",
    "for item in items:",
    "request.getfixturevalue('pool')",
    "await asyncio.sleep(0)",
    "asyncio.run(main())",
    "return 1",
    "pass",
    "\"\"\"",
    "(",
    "])",
    "@",
    "def",
    "€ = '\uD800",
  };

  static List<CPython> pythons() {
    return CPython.all();
  }

  static List<Path> trees() {
    String folders = System.getProperty("oracle.trees", "");
    return Stream.of(folders.split(":", -1)).filter(it -> !it.isEmpty()).map(Path::of).toList();
  }

  @ParameterizedTest
  @MethodSource("pythons")
  void standardLibraryIsReadAsIfItWereTests(CPython python) {
    List<Path> all = python.libraryFiles();
    int first = pythons().indexOf(python) * 7;
    List<Path> files =
        IntStream.range(0, all.size())
            .filter(at -> WHOLE || at % EVERY == first % EVERY)
            .mapToObj(all::get)
            .toList();

    Outcome outcome = check(python.library(), files);

    assertThat(outcome.files() + outcome.unknown().size()).isGreaterThanOrEqualTo(files.size());
    assertThat(outcome.files()).isGreaterThan(files.size() * 9 / 10);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("trees")
  void treeIsRead(Path tree) {
    assertThat(check(tree, List.of(tree)).files()).isPositive();
  }

  @Property(tries = 100, seed = SEED)
  void soupOfTestsIsRead(@ForAll("soups") String conftest, @ForAll("soups") String tests) {
    read(Map.of("conftest.py", conftest, "test_it.py", tests));
  }

  @Provide
  Arbitrary<String> soups() {
    Arbitrary<String> line =
        Arbitraries.of("", "", "    ", "        ")
            .flatMap(indent -> Arbitraries.of(HEADERS).map(header -> indent + header));
    return line.list().ofMaxSize(40).map(lines -> String.join("\n", lines));
  }

  @Property(tries = 80, seed = SEED)
  void truncatedExampleIsRead(@ForAll int page, @ForAll int file, @ForAll int cut) {
    Map<String, String> texts = example(page);
    String path = List.copyOf(texts.keySet()).get(Math.floorMod(file, texts.size()));
    texts.computeIfPresent(path, (it, text) -> text.substring(0, within(cut, text)));
    read(texts);
  }

  @Property(tries = 80, seed = SEED)
  void exampleWithAHoleIsRead(@ForAll int page, @ForAll int from, @ForAll("holes") int length) {
    Map<String, String> texts = example(page);
    texts.replaceAll(
        (path, text) -> {
          int start = within(from, text);
          return text.substring(0, start) + text.substring(Math.min(text.length(), start + length));
        });
    read(texts);
  }

  @Provide
  Arbitrary<Integer> holes() {
    return Arbitraries.integers().between(1, 60);
  }

  private static int within(int number, String text) {
    return Math.floorMod(number, text.length() + 1);
  }

  private static Map<String, String> example(int number) {
    List<PageCase> cases = new ArrayList<>();
    ShippedPages.all().forEach(page -> cases.addAll(PageCases.of(page).examples()));
    Map<String, String> texts = new TreeMap<>();
    for (PageFile file : cases.get(Math.floorMod(number, cases.size())).files()) {
      texts.put(file.path(), file.text());
    }
    return texts;
  }

  /** Checks a suite, and what becomes of it by all fixes. */
  private static void read(Map<String, String> texts) {
    Path directory = directory();
    try {
      write(directory, texts);
      Outcome outcome = check(directory, List.of(directory));
      Map<String, String> fixed = new TreeMap<>(texts);
      FixSelection.of(outcome.findings(), true)
          .edits()
          .forEach(
              (path, edits) ->
                  fixed.computeIfPresent(path, (it, old) -> EditedText.of(old, edits)));
      write(directory, fixed);
      check(directory, List.of(directory));
    } finally {
      delete(directory);
    }
  }

  private static Outcome check(Path base, List<Path> paths) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(10),
        () ->
            new Checker(RuleSet.all(), CheckSettings.everything(), path -> true)
                .check(SuiteModel.read(base, paths)));
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("any-code");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path directory, Map<String, String> texts) {
    texts.forEach(
        (path, text) -> {
          try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            // As bytes: half a character is part of the soup.
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
