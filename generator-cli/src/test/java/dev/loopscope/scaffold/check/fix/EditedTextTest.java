package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.edit.Edit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditedTextTest {
  /**
   * In the texts, {@code /} is a line feed and {@code ^} a carriage return; {@code !} is replaced.
   */
  @ParameterizedTest
  @CsvSource({
    "a/!b/, x/, a/x/b/",
    "a^/!b^/, x/, a^/x^/b^/",
    "a^!b^, x/, a^x^b^",
    "a^/b^!c, x/, a^/b^x^c",
    "a^/b^/!, x/, a^/b^/x^/",
    "a^!^/b/, x/, a^x^/^/b/",
    "!, x/, x/",
    "!a, x/, x/a",
    "a^/!b^/, x^/, a^/x^/b^/",
    "a^!b^, x^, a^x^b^",
  })
  void insertedLineEndsAsTheLinesAroundItDo(String text, String inserted, String edited) {
    int at = text.indexOf('!');
    Edit edit = new Edit("t.py", at, at, ends(inserted));
    assertThat(EditedText.of(ends(text.replace("!", "")), List.of(edit))).isEqualTo(ends(edited));
  }

  private static String ends(String shown) {
    return shown.replace('/', '\n').replace('^', '\r');
  }
}
