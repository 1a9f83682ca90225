package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.Ci;
import dev.loopscope.scaffold.answers.value.DistributionName;
import dev.loopscope.scaffold.answers.value.ImportName;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.MavenCoordinates;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.text.TakenNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The validated words: what each takes, and that its expression takes the same. */
class WordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"class", "match", "lazy", "None", "_", "type"})
  void keywordIsNoResource(String keyword) {
    assertThat(Names.refusal(() -> new ResourceName(keyword)).what())
        .isEqualTo("`" + keyword + "` is a Python keyword");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "print", "TimeoutError"})
  void builtinIsNoResource(String builtin) {
    assertThat(Names.refusal(() -> new ResourceName(builtin)).what())
        .isEqualTo("`" + builtin + "` is a Python builtin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request",
        "tmp_path",
        "unused_tcp_port",
        "anyio_backend",
        "worker_id",
        "subtests",
        "_asyncio_loop_factory",
        "linecomp"
      })
  void fixtureIsNoResource(String fixture) {
    assertThat(Names.refusal(() -> new ResourceName(fixture)).what())
        .isEqualTo("`" + fixture + "` is a fixture of pytest or of a plugin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9lives", "my-client", "clïent", "a b", "a\n"})
  void whatIsNoIdentifierIsNoResource(String text) {
    assertThat(Names.refusal(() -> new ResourceName(text)).what())
        .isEqualTo("`" + text + "` is no Python identifier");
  }

  @Test
  void resourceHasAtMostTwentyFourCharacters() {
    assertThat(Names.taken(() -> new ResourceName("c".repeat(24)))).isTrue();
    assertThat(Names.taken(() -> new ResourceName("c".repeat(25)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"__client", "test_client", "TestClient", "pytest_client"})
  void resourceThatPytestOrPythonWouldTakeForSomethingElseIsRefused(String text) {
    assertThat(Names.taken(() -> new ResourceName(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-suite", "A", "a.b_c-d", "3d", "x--y"})
  void awkwardDistributionNameIsTaken(String text) {
    assertThat(new DistributionName(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a b", "a/b", "ä", "..", "PyTest", "pytest_asyncio"})
  void whatIsNoDistributionNameIsRefused(String text) {
    assertThat(Names.refusal(() -> Questions.NAME.parse(text)).next()).startsWith("pass --name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pytest", "Pytest_Asyncio", "pluggy", "typing-extensions", "ruff"})
  void nameOfWhatTheSuiteInstallsIsRefused(String name) {
    assertThat(Names.refusal(() -> new DistributionName(name)).what())
        .isEqualTo("`" + name + "` is a distribution that the suite installs");
    assertThat(name).doesNotMatch(DistributionName.REGEX);
  }

  @Test
  void importNameFollowsFromTheDistributionName() {
    assertThat(new DistributionName("My-Suite..v2").importName().text()).isEqualTo("my_suite_v2");
    assertThat(new DistributionName("3d").importName().text()).isEqualTo("_3d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json",
        "Class",
        "test",
        "tests",
        "support",
        "xdist",
        "attr",
        "pkg-resources",
        "backports"
      })
  void derivedImportNameThatHidesAModuleAsksForAnother(String name) {
    Refusal refusal = Names.refusal(() -> Questions.PACKAGE.fallback(Map.of("name", name)));
    assertThat(refusal.where()).isEqualTo("the import name of `" + name + "`");
    assertThat(refusal.next()).startsWith("pass --package");
  }

  @Test
  void packageScopeIsRefusedWithTheReason() {
    Refusal refusal = Names.refusal(() -> Questions.LOOP_SCOPE.parse("package"));
    assertThat(refusal.what()).contains("pytest-asyncio 1.0").contains("whole session");
    assertThat(refusal.next()).contains("`session`").contains("`module`");
  }

  @Test
  void unsupportedPythonIsRefusedWithTheVersions() {
    assertThat(Names.refusal(() -> Questions.PYTHON.parse("3.9")).next())
        .isEqualTo("use 3.10, 3.11, 3.12, 3.13, 3.14 or 3.15");
  }

  @Test
  void anotherPythonIsNoMisspelling() {
    assertThat(Names.refusal(() -> Questions.PYTHON.parse("3.16")).next())
        .isEqualTo("use 3.10, 3.11, 3.12, 3.13, 3.14 or 3.15");
  }

  @Test
  void newerPythonsAscend() {
    assertThat(Choice.words(Questions.PYTHON.parse("3.13").andNewer()))
        .containsExactly("3.13", "3.14", "3.15");
    assertThat(Questions.PYTHON.parse("3.10").tag()).isEqualTo("310");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com..example", ".com", "com example", "", "com.example."})
  void whatIsNoGroupIdIsRefused(String groupId) {
    assertThat(Names.taken(() -> new MavenCoordinates(groupId, "1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.0-", "a/b", "LATEST", "${revision}"})
  void whatIsNoVersionIsRefused(String version) {
    assertThat(Names.taken(() -> new MavenCoordinates("com.example", version))).isFalse();
  }

  static Stream<List<String>> choices() {
    return Stream.of(
        with(Questions.LOOP_SCOPE, LoopScope.ALL),
        with(Questions.CI, Ci.ALL),
        with(Questions.PYTHON, PythonFloor.ALL));
  }

  private static List<String> with(Question<?> question, List<? extends Choice> choices) {
    return Stream.concat(
            Stream.of(((TextQuestion<?>) question).regex()), Choice.words(choices).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("choices")
  void expressionOfAChoiceTakesItsWordsAlone(List<String> regexAndWords) {
    String regex = regexAndWords.get(0);
    assertThat(regexAndWords.subList(1, regexAndWords.size()))
        .allMatch(word -> word.matches(regex));
    assertThat(List.of("", "package", "3.9", "3.16", "travis")).noneMatch(it -> it.matches(regex));
  }

  @Property
  void resourceAndExpressionAgree(@ForAll("words") String text) {
    assertThat(Names.taken(() -> new ResourceName(text)))
        .isEqualTo(text.matches(ResourceName.regex(ResourceKind.ALL)));
  }

  @Property
  void importNameAndExpressionAgree(@ForAll("words") String text) {
    assertThat(Names.taken(() -> new ImportName(text))).isEqualTo(text.matches(ImportName.REGEX));
  }

  @Property
  void distributionNameAndExpressionAgree(@ForAll("words") String text) {
    assertThat(Names.taken(() -> new DistributionName(text)))
        .isEqualTo(text.matches(DistributionName.REGEX));
  }

  @Property
  void coordinatesAndExpressionsAgree(
      @ForAll("words") String group, @ForAll("words") String version) {
    assertThat(Names.taken(() -> new MavenCoordinates(group, version)))
        .isEqualTo(
            group.matches(MavenCoordinates.GROUP_ID_REGEX)
                && version.matches(MavenCoordinates.VERSION_REGEX));
  }

  @Test
  void everyTakenNameIsRefusedByParserAndExpressionAlike() {
    assertThat(
            (TakenNames.KEYWORDS + "|" + TakenNames.BUILTINS + "|" + TakenNames.FIXTURES)
                .split("\\|"))
        .hasSizeGreaterThan(200)
        .allMatch(name -> !Names.taken(() -> new ResourceName(name)))
        .noneMatch(name -> name.matches(ResourceName.regex(ResourceKind.ALL)));
    assertThat((TakenNames.STANDARD_LIBRARY + "|" + TakenNames.PLUGIN_MODULES).split("\\|"))
        .hasSizeGreaterThan(200)
        .allMatch(name -> !Names.taken(() -> new ImportName(name)))
        .noneMatch(name -> name.matches(ImportName.REGEX));
  }

  /** Pieces of names, taken names among them, and characters that no name has. */
  @Provide
  Arbitrary<String> words() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a",
            "B",
            "9",
            "_",
            "-",
            ".",
            "+",
            "class",
            "list",
            "pytest",
            "asyncio",
            "json",
            "test",
            "LATEST",
            "request",
            "ä",
            "\n",
            " ",
            "${x}",
            "abcdefghijklmnopqrstuvwxyz");
    return pieces.list().ofMaxSize(4).map(words -> String.join("", words));
  }
}
