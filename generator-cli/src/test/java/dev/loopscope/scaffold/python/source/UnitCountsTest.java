package dev.loopscope.scaffold.python.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnitCountsTest {
  @Test
  void everyOffsetOfALongLineIsCountedAsFromItsStart() {
    String text = "a = 'é€😀'; ".repeat(300);
    SourceText source = SourceText.of("x = '😀'\n" + text);
    int line = "x = '😀'\n".length();
    for (int at = 0; at <= text.length(); at++) {
      boolean between = at < text.length() && Character.isLowSurrogate(text.charAt(at));
      if (!between) {
        String before = text.substring(0, at);
        assertThat(source.position(line + at))
            .isEqualTo(
                new Position(
                    2,
                    at,
                    before.codePointCount(0, at),
                    before.getBytes(StandardCharsets.UTF_8).length));
      }
    }
  }
}
