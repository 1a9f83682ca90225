package dev.loopscope.scaffold.placing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Edits of a repository's own files put text in and take none out: every byte that was there stays,
 * in its order, and a parser that is not ours reads what it read before, and ours besides.
 */
class EditedFilesTest {
  private static final String BOM = "\uFEFF";

  @Property(tries = 40)
  void projectFileSaysWhatItSaidAndOursBesides(@ForAll long seed) throws IOException {
    RandomHostFiles random = new RandomHostFiles(new Random(seed));
    RandomHostFiles.Sample sample = random.pyproject();
    Map<String, byte[]> after = edited(Map.of("pyproject.toml", sample.text()));

    String text = string(after.getOrDefault("pyproject.toml", bytes(sample.text())));
    assertKept(sample.text(), text);
    TomlParseResult before = Toml.parse(sample.text().replace(BOM, ""));
    TomlParseResult parsed = Toml.parse(text.replace(BOM, ""));
    assertThat(before.errors()).as(sample.text()).isEmpty();
    assertThat(parsed.errors()).as(text).isEmpty();
    Map<String, String> was = flat("", before);
    Map<String, String> is = flat("", parsed);
    was.forEach(
        (key, value) ->
            assertThat(is.get(key)).as(key + " in\n" + text).matches(it -> same(value, it)));
    assertThat(String.join("\n", is.values()))
        .as(text)
        .containsPattern(
            sample.poetry() ? "(?m)^(\\^1\\.3|>=1\\.3,<2)$" : "(?m)^pytest-asyncio>=1\\.3,<2$");
    if (sample.warningsAreErrors()) {
      assertThat(is.get("tool.pytest.ini_options.asyncio_default_fixture_loop_scope"))
          .as(text)
          .isEqualTo("function");
    }
  }

  /** Equal, or a list that lost nothing and kept its order. */
  private static boolean same(String before, String after) {
    List<String> left = new ArrayList<>(List.of(before.split("\n", -1)));
    for (String line : after.split("\n", -1)) {
      if (!left.isEmpty() && left.get(0).equals(line)) {
        left.remove(0);
      } else if (!line.matches("pytest(-asyncio)?[=>].*")) {
        return false;
      }
    }
    return left.isEmpty();
  }

  private static Map<String, String> flat(String prefix, TomlTable table) {
    Map<String, String> flat = new TreeMap<>();
    for (String key : table.keySet()) {
      Object value = table.get(List.of(key));
      if (value instanceof TomlTable inner) {
        flat.putAll(flat(prefix + key + ".", inner));
      } else if (value instanceof TomlArray array) {
        flat.put(
            prefix + key, String.join("\n", array.toList().stream().map(it -> text(it)).toList()));
      } else {
        flat.put(prefix + key, String.valueOf(value));
      }
    }
    return flat;
  }

  private static String text(Object value) {
    return value instanceof TomlTable table ? flat("", table).toString() : String.valueOf(value);
  }

  @Property(tries = 30)
  void requirementsFileKeepsItsLines(@ForAll long seed) throws IOException {
    String before = new RandomHostFiles(new Random(seed)).requirements();
    Map<String, byte[]> after = edited(Map.of("requirements-test.txt", before));

    String text = string(after.getOrDefault("requirements-test.txt", bytes(before)));
    assertKept(before, text);
    List<String> lines = new ArrayList<>(text.replace(BOM, "").lines().toList());
    lines.removeIf(it -> it.matches("pytest(-asyncio)?[=>].*") && !before.contains(it));
    assertThat(lines).as(text).isEqualTo(before.replace(BOM, "").lines().toList());
    assertThat(text).containsOnlyOnce("pytest-asyncio");
    boolean crlf = before.contains("\r\n");
    assertThat(text.replace("\r\n", "").contains("\n")).as(text).isEqualTo(!crlf);
  }

  @Property(tries = 60)
  void pomListsOneModuleMoreAndKeepsEveryByte(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<String> modules = List.of("core", "web", "ops").subList(0, random.nextInt(4));
    String before = new RandomHostFiles(random).pom(modules);

    Map<String, byte[]> after = edited(Map.of("pom.xml", before), true);

    String text = string(after.getOrDefault("pom.xml", bytes(before)));
    assertKept(before, text);
    List<String> expected = new ArrayList<>(modules);
    expected.add("async-suite");
    assertThat(modules(text)).as(text).isEqualTo(expected);
    assertThat(comments(text)).as(text).isEqualTo(comments(before));
    boolean crlf = before.contains("\r\n");
    assertThat(text.replace("\r\n", "").contains("\n")).as(text).isEqualTo(!crlf);
  }

  private static List<String> modules(String pom) throws Exception {
    return texts(pom, "/*[local-name()='project']/*[local-name()='modules']/*");
  }

  private static List<String> comments(String pom) throws Exception {
    return texts(pom, "//comment()");
  }

  private static List<String> texts(String pom, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes(pom)));
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < nodes.getLength(); at++) {
      texts.add(nodes.item(at).getTextContent().strip());
    }
    return texts;
  }

  /** {@code configparser} is what reads {@code tox.ini} and {@code setup.cfg}. */
  @Example
  void configparserReadsWhatItReadAndOursBesides() throws IOException, InterruptedException {
    Path place = Files.createTempDirectory("scaffold-ini");
    for (int seed = 0; seed < 30; seed++) {
      RandomHostFiles random = new RandomHostFiles(new Random(seed));
      String name = seed % 2 == 0 ? "tox.ini" : "setup.cfg";
      String before = seed % 2 == 0 ? random.tox() : random.setupCfg();
      String after = string(edited(Map.of(name, before)).getOrDefault(name, bytes(before)));
      assertKept(before, after);
      Files.write(place.resolve(seed + ".before"), bytes(before));
      Files.write(place.resolve(seed + ".after"), bytes(after));
    }
    Process process =
        new ProcessBuilder(
                "python3", "src/test/resources/execution/compare_ini.py", place.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream output = process.getInputStream()) {
      assertThat(string(output.readAllBytes())).isEqualTo("30 compared\n");
    }
    assertThat(process.waitFor()).isZero();
    delete(place);
  }

  private static void assertKept(String before, String after) {
    int at = 0;
    for (int i = 0; i < after.length() && at < before.length(); i++) {
      at += after.charAt(i) == before.charAt(at) ? 1 : 0;
    }
    assertThat(at).as("what stays of\n" + before + "\nin\n" + after).isEqualTo(before.length());
  }

  /** What becomes of these files, in a repository with a test. */
  private static Map<String, byte[]> edited(Map<String, String> files) throws IOException {
    return edited(files, false);
  }

  private static Map<String, byte[]> edited(Map<String, String> files, boolean javaAlone)
      throws IOException {
    Path root = Files.createTempDirectory("scaffold-host");
    try {
      Files.createDirectories(root.resolve("tests"));
      if (!javaAlone) {
        Files.writeString(root.resolve("tests/test_it.py"), "def test_it():\n    assert True\n");
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.write(root.resolve(file.getKey()), bytes(file.getValue()));
      }
      ConfigFiles read = new ConfigFiles(root, Snapshot.around(root, List.of(root)));
      AdditionRequest request = AdditionRequest.proposing(Map.of("backends", "asyncio"));
      Addition addition = new AdditionPlanner(Questions.ALL, read, request).plan();
      assertThat(addition.obstacles()).as(files.toString()).isEmpty();
      Map<String, byte[]> after = new TreeMap<>();
      for (Change change : addition.plan().changes()) {
        if (change instanceof Change.Replace replace) {
          after.put(replace.path(), replace.after().encoded());
        }
      }
      return after;
    } finally {
      delete(root);
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
