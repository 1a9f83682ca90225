package dev.loopscope.scaffold.suite.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlDocumentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'auto'",
        "\"é \\\" # ]\"",
        "\"\"\"a\n\"b\"\"\"\"",
        "''' ' '''",
        "[ 'a', # ]\n  \"b]\" ]",
        "{ a = [1], b = '}' }",
        "true",
        "-1.5e3",
        "2026-01-01 10:00:00"
      })
  void valuesAreLocatedFromTheirFirstCharacterToTheirLast(String value) {
    TomlValue.Table root = root("# ü 🐍\n[tool.'a b']\n  \"k.é\" . x  =   " + value + "  # c\n");
    TomlValue found = root.table("tool", "a b", "k.é").orElseThrow().get("x").orElseThrow();
    assertThat(written(found.location())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"\"", "a = '''", "a = \"x\" # '\nb = \"\"\"c\"\"", "a = '''''"})
  void stringWithoutAnEndIsFoundInOneLook(String start) {
    assertThat(parse(start + "\n# comment".repeat(20_000)).error().map(UnreadableConfig::why))
        .contains("it is not valid TOML: a string does not end");
  }

  @Test
  void keysAreLocated() {
    TomlValue.Table table =
        root("[tool.pytest]\n  'addopts' = []\n").table("tool", "pytest").orElseThrow();
    TomlValue.Entry entry = table.entries().values().iterator().next();
    assertThat(written(entry.keyLocation())).isEqualTo("'addopts'");
  }

  @Test
  void tablesAreLocatedAtTheirHeaders() {
    assertThat(
            written(
                root("a = 1\n[tool.pytest] # c\n")
                    .table("tool", "pytest")
                    .orElseThrow()
                    .location()))
        .isEqualTo("[tool.pytest]");
  }

  @Test
  void elementsOfAnArrayAreLocatedOneByOne() {
    List<TomlValue.Text> texts = root("deps = [\n  'é',\n 'pytest>=8' ]\n").texts("deps");
    assertThat(texts)
        .extracting(it -> written(it.location()))
        .containsExactly("'é'", "'pytest>=8'");
    assertThat(texts.get(1).location().line()).isEqualTo(3);
  }

  @Test
  void booleansPrintAsPythonPrintsThem() {
    assertThat(root("a = true\n").get("a").orElseThrow())
        .isInstanceOfSatisfying(
            TomlValue.Other.class, it -> assertThat(it.value()).isEqualTo("True"));
  }

  @Test
  void invalidTomlIsAnErrorWithItsPlace() {
    TomlDocument.Parsed parsed = parse("a = 1\nb = = 2\n");
    assertThat(parsed.root()).isEmpty();
    assertThat(parsed.error().orElseThrow().location().line()).isEqualTo(2);
  }

  private static TomlValue.Table root(String text) {
    TomlDocument.Parsed parsed = parse(text);
    assertThat(parsed.error()).isEmpty();
    return parsed.root().orElseThrow();
  }

  private static TomlDocument.Parsed parse(String text) {
    return TomlDocument.parse(new ConfigFile("pyproject.toml", SourceText.of(text)));
  }

  private static String written(Location location) {
    return location.text().text().substring(location.start(), location.end());
  }
}
