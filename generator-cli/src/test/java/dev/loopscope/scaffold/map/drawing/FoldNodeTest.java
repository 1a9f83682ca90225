package dev.loopscope.scaffold.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.TestMark;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How tests fold into columns. */
class FoldNodeTest {
  private static FoldNode node(String... ids) {
    return FoldNode.of(Stream.of(ids).map(FoldNodeTest::test).toList());
  }

  private static TestMark test(String id) {
    return TestMark.of(id, List.of(), MapOutcome.PASSED, "");
  }

  private static List<String> columns(FoldNode node, int most) {
    return node.columns(most).stream().map(it -> it.label() + " " + it.size()).toList();
  }

  private static final FoldNode TWO_MODULES =
      node(
          "tests/a.py::test_a",
          "tests/a.py::TestB::test_b",
          "tests/a.py::TestB::test_c",
          "tests/b.py::test_d");

  @Test
  void whereThereIsRoomEachTestIsAColumn() {
    assertThat(columns(TWO_MODULES, 4))
        .containsExactly("test_a 1", "test_b 1", "test_c 1", "test_d 1");
  }

  @Test
  void classesFoldBeforeModules() {
    assertThat(columns(TWO_MODULES, 3)).containsExactly("test_a 1", "TestB 2", "test_d 1");
  }

  @Test
  void whereThereIsLittleRoomAllModulesAreFolded() {
    assertThat(columns(TWO_MODULES, 2)).containsExactly("a.py 3", "b.py 1");
  }

  @Test
  void aModuleThatPytestComesBackToIsAColumnTwice() {
    assertThat(columns(node("a.py::test_a", "b.py::test_b", "a.py::test_c"), 1))
        .containsExactly("a.py 1", "b.py 1", "a.py 1");
  }

  @Test
  void aLongListFoldsInThirtyParts() {
    List<TestMark> tests =
        IntStream.range(0, 250).mapToObj(it -> test("a.py::test_" + it)).toList();
    assertThat(columns(FoldNode.of(tests), 30))
        .hasSize(28)
        .startsWith("tests 1 to 9 9", "tests 10 to 18 9")
        .endsWith("tests 244 to 250 7");
  }

  @Test
  void manyModulesFoldInThirtyParts() {
    List<TestMark> tests =
        IntStream.range(0, 90).mapToObj(it -> test("a_" + it + ".py::test")).toList();
    assertThat(columns(FoldNode.of(tests), 30))
        .hasSize(30)
        .startsWith("a_0.py and 2 more 3", "a_3.py and 2 more 3");
  }
}
