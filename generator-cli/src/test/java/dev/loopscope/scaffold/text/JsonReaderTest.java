package dev.loopscope.scaffold.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void readsEveryKindOfValue() throws JsonException {
    assertThat(JsonReader.read(" {\"a\": [1, -2.5e1, true, false, []], \"b\": {}}\n"))
        .isEqualTo(Map.of("a", List.of(1.0, -25.0, true, false, List.of()), "b", Map.of()));
  }

  @Test
  void readsEveryEscape() throws JsonException {
    assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é\""))
        .isEqualTo("\"\\/\b\f\n\r\té😀é");
  }

  @Test
  void readsWhatTheWriterWrites() throws JsonException {
    String awkward = "\u0000\u001f\"\\/é😀\u2028\ud800";
    String json = new JsonWriter().open("[").string(awkward).close("]").text();
    assertThat(JsonReader.read(json)).isEqualTo(List.of(awkward));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "[1] 2",
        "\"a",
        "\"a\nb\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "tru",
        "nul",
        "--1",
        "+",
        "{\"a\" 1}",
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(JsonException.class)
        .hasMessage("is nested too deeply");
  }

  @Test
  void namesTheLine() {
    assertThatThrownBy(() -> JsonReader.read("[\n1,\n?]"))
        .isInstanceOfSatisfying(JsonException.class, e -> assertThat(e.line()).isEqualTo(3));
  }
}
