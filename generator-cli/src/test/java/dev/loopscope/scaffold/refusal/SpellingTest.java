package dev.loopscope.scaffold.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> WORDS =
      List.of("json", "--backends", "error", "warning", "asyncio", "trio");

  @ParameterizedTest
  @CsvSource({
    "jsno, json",
    "JSON, json",
    "--backend, --backends",
    "--bakcends, --backends",
    "warn, warning",
    "err, error",
    "asycnio, asyncio",
    "tro, trio"
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(Spelling.nearest(typed, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"wa", "curio", "sarif", "''"})
  void guessesNothingThatIsFar(String typed) {
    assertThat(Spelling.nearest(typed, WORDS)).isEmpty();
  }

  @Test
  void anEditIsNearerThanABeginning() {
    assertThat(Spelling.nearest("cheek", List.of("cheeks-of-mine", "check"))).contains("check");
  }
}
