package dev.loopscope.scaffold.suite.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IniDocumentTest {
  @Test
  void continuationLinesBelongToTheValueBeforeThem() {
    IniDocument document =
        parse(
            """
            [pytest]
            addopts =
                -ra
                # no part of it

                -q
            testpaths = tests
            """);
    assertThat(value(document, "addopts").text()).isEqualTo("-ra\n-q");
    assertThat(value(document, "testpaths").text()).isEqualTo("tests");
  }

  @Test
  void commentBehindAValueIsPartOfIt() {
    IniDocument document = parse("[pytest]\nasyncio_mode = auto # why\n");
    assertThat(value(document, "asyncio_mode").text()).isEqualTo("auto # why");
  }

  @Test
  void commentBehindASectionIsNoPartOfIt() {
    assertThat(parse("[pytest] ; ours\n").names()).containsExactly("pytest");
  }

  @Test
  void quotesArePartOfAValue() {
    IniDocument document = parse("[pytest]\nasyncio_mode = \"auto\"\n");
    assertThat(value(document, "asyncio_mode").text()).isEqualTo("\"auto\"");
  }

  @Test
  void keysMayBeFollowedByAColon() {
    IniDocument document = parse("[pytest]\nasyncio_mode: auto\nmarkers : a=b\n");
    assertThat(value(document, "asyncio_mode").text()).isEqualTo("auto");
    assertThat(value(document, "markers").text()).isEqualTo("a=b");
  }

  @Test
  void valueAndKeyAreLocated() {
    IniDocument document = parse("# é\r\n[pytest]\r\nasyncio_mode =  auto  \r\n");
    assertThat(written(value(document, "asyncio_mode").location())).isEqualTo("auto");
    assertThat(written(value(document, "asyncio_mode").keyLocation())).isEqualTo("asyncio_mode");
  }

  @ParameterizedTest
  @CsvSource({
    "'a = 1\n', the line stands before the first section",
    "'[pytest]\na = 1\na = 2\n', the key a is there twice",
    "'[pytest]\n[pytest]\n', the section [pytest] is there twice",
    "'[pytest]\nnonsense\n', the line is neither a section nor a key with a value",
    "'[pytest]\n  a = 1\n', 'the line goes on with a value, but there is none before it'"
  })
  void whatPytestRefusesIsAnError(String text, String why) {
    assertThat(parse(text).errors()).extracting(UnreadableConfig::why).containsExactly(why);
  }

  private static IniDocument parse(String text) {
    return IniDocument.parse(new ConfigFile("pytest.ini", SourceText.of(text)));
  }

  private static IniDocument.Value value(IniDocument document, String key) {
    return Objects.requireNonNull(document.section("pytest").orElseThrow().get(key));
  }

  private static String written(Location location) {
    return location.text().text().substring(location.start(), location.end());
  }
}
