package dev.loopscope.scaffold.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapOrigin;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What stands in a page before a browser opens it. */
class HtmlMapTest {
  private static final String HOSTILE = "a.py::test[</script><!--<script>\"'&\u202e\u0000\u2028]";

  static LoopMap hostile() {
    CrossingLine crossing =
        new CrossingLine(
            List.of(0),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            HOSTILE,
            HOSTILE,
            HOSTILE,
            List.of(HOSTILE),
            HOSTILE);
    MapPanel panel =
        new MapPanel(
            HOSTILE,
            List.of(),
            List.of(),
            List.of(TestMark.of(HOSTILE, List.of(), MapOutcome.PASSED, HOSTILE)),
            List.of(crossing),
            List.of());
    return new LoopMap(HOSTILE, MapOrigin.RUN, List.of(HOSTILE), List.of(panel));
  }

  @Test
  void namesOfASuiteAreNeverTags() {
    String page = HtmlMap.of(hostile());
    assertThat(page.split("</script>", -1)).hasSize(3);
    assertThat(page).doesNotContain("<!--").doesNotContain("test[<");
  }

  @Test
  void charactersThatAreNotShownAreSpelt() {
    assertThat(HtmlMap.of(hostile()).chars().filter(it -> (it > '~' && it < 0xa0) || it < '\n'))
        .isEmpty();
    assertThat(HtmlMap.of(hostile())).contains("\\u202e").doesNotContain("\u202e");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(HtmlMap.of(SampleMaps.of(10)))
        .doesNotContainPattern("(src|href)=")
        .doesNotContain("@import", "url(")
        .doesNotContainPattern("https?://(?!www.w3.org/2000/svg')");
  }

  @Test
  void theSameMapIsTheSamePage() {
    assertThat(HtmlMap.of(SampleMaps.of(10))).isEqualTo(HtmlMap.of(SampleMaps.of(10)));
  }

  @Test
  void crossingsStandThereWithoutTheScriptToo() {
    assertThat(HtmlMap.of(SampleMaps.of(10)))
        .contains(
            """
            <p>`http` lives on loop 1, and 2 tests met it elsewhere</p>
            <ul>
            <li>used in the test at tests/conftest.py:19</li>
            <li>next (LS002): run both on one loop.</li>
            </ul>
            """);
  }
}
