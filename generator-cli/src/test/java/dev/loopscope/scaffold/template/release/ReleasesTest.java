package dev.loopscope.scaffold.template.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.dialect.Declarations;
import dev.loopscope.scaffold.template.dialect.DialectParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the frozen templates against what the released versions themselves wrote. */
class ReleasesTest {
  private static final Path RECORDS = Path.of("src/test/resources/releases");
  private static final Path RELEASES = Path.of("src/main/releases");

  static List<Releases.Release> releases() {
    return Releases.ALL;
  }

  static List<String> frozen() {
    return Releases.FROZEN;
  }

  /** {@code record.py} in the records' folder made the record, with the release's own command. */
  @ParameterizedTest
  @MethodSource("frozen")
  void everyRecordedSuiteIsRenderedToTheBytesThatTheReleaseWrote(String version)
      throws IOException {
    List<String> lines = Files.readAllLines(RECORDS.resolve(version).resolve("record.txt"));
    int blank = lines.indexOf("");
    List<String> suites = lines.subList(blank + 1, lines.size());
    Renderer renderer = Releases.of(version);
    for (String suite : suites) {
      int equals = suite.indexOf(" = ");
      List<String> files = new ArrayList<>();
      for (String number : suite.substring(equals + 3).split(" ", -1)) {
        files.add(lines.get(Integer.parseInt(number)));
      }
      Answers answers = RecordedAnswers.of(suite.substring(0, equals));
      assertThat(summed(renderer.render(answers)))
          .as(suite)
          .containsExactlyInAnyOrderElementsOf(files);
    }
    assertThat(suites).hasSizeGreaterThan(900);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, explicit-scope, --name=demo",
    "0.1.0, multibackend, --name=My-Suite --archetype=multibackend"
        + " --backends=trio;uvloop;asyncio --loop-scope=class --resource=broker --python=3.12"
        + " --hypothesis --ci=github --maven"
  })
  void wholeTreeIsRenderedAsTheReleaseWroteIt(String version, String tree, String options)
      throws IOException {
    Path directory = RECORDS.resolve(version).resolve("trees").resolve(tree);
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        written.put(path, Files.readString(file));
      }
    }
    Map<String, String> rendered = new TreeMap<>();
    for (RenderedFile file :
        Releases.of(version).render(RecordedAnswers.of(options.replace(';', ','))).files()) {
      rendered.put(file.path(), file.text());
    }
    assertThat(rendered).isEqualTo(written);
  }

  @Test
  void everyFrozenFolderIsARelease() throws IOException {
    try (Stream<Path> folders = Files.list(RELEASES)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Releases.FROZEN);
    }
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void catalogueListsExactlyTheFrozenTemplates(String version) throws IOException {
    Path templates = RELEASES.resolve(version).resolve("templates");
    try (Stream<Path> files = Files.walk(templates)) {
      List<String> there =
          files
              .filter(Files::isRegularFile)
              .map(file -> templates.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(
              Files.readAllLines(RELEASES.resolve(version).resolve("catalogue.txt")).stream()
                  .map(line -> line.substring(0, line.indexOf(" | "))))
          .containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void frozenTemplatesAreStillOfTheDialect(Releases.Release release) throws IOException {
    Path templates = RELEASES.resolve(release.version()).resolve("templates");
    try (Stream<Path> files = Files.walk(templates)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThatCode(
                () ->
                    DialectParser.parse(
                        file.toString(), Files.readString(file), release.declared()))
            .doesNotThrowAnyException();
      }
    }
  }

  /** Its templates are among the tests' resources, and see one name. */
  @Test
  void eachReleaseHasVariablesOfItsOwn() {
    Releases.Release another =
        new Releases.Release(
            "another",
            new Declarations(List.of("word"), List.of(), List.of(), Map.of()),
            answers -> new TemplateModel(Map.of("word", answers.name().text()), Map.of(), Map.of()),
            Map.of());
    List<Releases.Release> releases = List.of(Releases.ALL.get(0), another);
    Answers answers = RecordedAnswers.of("--name=demo");

    assertThat(Releases.of("another", releases).render(answers).files())
        .containsExactly(new RenderedFile("note.txt", "demo\n"));
    assertThat(Releases.of("0.1.0", releases).render(answers))
        .isEqualTo(Releases.of("0.1.0").render(answers));
  }

  @Test
  void theWorkingVersionRendersItself() {
    Answers answers = RecordedAnswers.of("--name=demo");
    assertThat(Releases.of(ScaffoldVersion.current()).render(answers))
        .isEqualTo(new Renderer().render(answers));
  }

  @Test
  void versionThatIsNotKnownIsRefusedByItsName() {
    assertThatThrownBy(() -> Releases.of("9.9.9"))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("no templates of version `9.9.9`");
  }

  private static List<String> summed(FileTree tree) {
    List<String> files = new ArrayList<>();
    for (RenderedFile file : tree.files()) {
      files.add(file.path() + " " + sha256(file.text()));
    }
    return files;
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
