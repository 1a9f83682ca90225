package dev.loopscope.scaffold.prediction.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected orders and names are what pytest 9.1 collects of the same files. */
class ItemOrderTest {
  private static final String FIXTURES =
      """
      import pytest


      @pytest.fixture(scope="session", params=["one", "two"])
      def server(request):
          return request.param


      @pytest.fixture(scope="module", params=["x", "y"])
      def table(request):
          return request.param
      """;

  @TempDir Path directory;

  private List<String> items(String... pathsAndTexts) {
    return ItemOrder.of(WrittenSuite.in(directory, pathsAndTexts).model()).stream()
        .map(TestItem::name)
        .toList();
  }

  @Test
  void directoriesAndFilesAreRunByName() {
    assertThat(
            items(
                "test_b.py", "def test_b(): pass",
                "b/test_c.py", "def test_in_b(): pass",
                "a_x/test_z.py", "def test_in_a_x(): pass",
                "a/test_z.py", "def test_in_a(): pass"))
        .containsExactly("test_in_a", "test_in_a_x", "test_in_b", "test_b");
  }

  @Test
  void filesComeBeforeDirectoriesInPytest7() {
    assertThat(
            items(
                "requirements.txt", "pytest<8\n",
                "test_b.py", "def test_b(): pass",
                "b/test_c.py", "def test_in_b(): pass"))
        .containsExactly("test_b", "test_in_b");
  }

  @Test
  void testpathsAreRunAsTheyAreListed() {
    assertThat(
            items(
                "pytest.ini", "[pytest]\ntestpaths = unit slow\n",
                "slow/test_s.py", "def test_slow(): pass",
                "unit/test_u.py", "def test_unit(): pass"))
        .containsExactly("test_unit", "test_slow");
  }

  @Test
  void testsOfAFileAreRunAsTheyStandAndInheritedOnesFirst() {
    assertThat(
            items(
                "test_b.py",
                """
                class TestLater:
                    def test_own(self): pass

                    class TestInner:
                        def test_inner(self): pass

                    def test_last(self): pass

                class Base:
                    def test_of_base(self): pass
                    def test_replaced(self): pass

                def test_between(): pass

                class TestDerived(Base):
                    def test_derived(self): pass
                    def test_replaced(self): pass
                """))
        .containsExactly(
            "test_own",
            "test_inner",
            "test_last",
            "test_between",
            "test_of_base",
            "test_derived",
            "test_replaced");
  }

  @Test
  void itemsThatShareAValueOfAWideFixtureStandTogether() {
    assertThat(
            items(
                "conftest.py",
                FIXTURES,
                "a_x/test_z.py",
                "def test_in_a_x(server): pass",
                "test_b.py",
                """
                import pytest

                def test_plain(table): pass

                def test_shared(server, table): pass

                @pytest.mark.parametrize("table", ["p", "q"], indirect=True)
                def test_indirect(table): pass

                @pytest.mark.parametrize("n", [1, 2], scope="module")
                def test_numbers(n): pass

                @pytest.mark.parametrize("n", [1, 2], scope="module")
                def test_more_numbers(n): pass
                """))
        .containsExactly(
            "test_in_a_x[one]",
            "test_shared[one-x]",
            "test_shared[one-y]",
            "test_in_a_x[two]",
            "test_shared[two-x]",
            "test_plain[x]",
            "test_indirect[p]",
            "test_shared[two-y]",
            "test_plain[y]",
            "test_indirect[q]",
            "test_numbers[1]",
            "test_more_numbers[1]",
            "test_numbers[2]",
            "test_more_numbers[2]");
  }

  @Test
  void valuesOfFixturesStandBeforeThoseOfMarksAndTheClosestMarkBeforeOthers() {
    assertThat(
            items(
                "test_b.py",
                """
                import pytest

                @pytest.fixture(params=["f", "g"])
                def fx(request): return request.param

                @pytest.mark.parametrize("z", [1, 2])
                @pytest.mark.parametrize("y", ["a", "b"])
                def test_x(fx, y, z): pass
                """))
        .containsExactly(
            "test_x[f-a-1]",
            "test_x[f-a-2]",
            "test_x[f-b-1]",
            "test_x[f-b-2]",
            "test_x[g-a-1]",
            "test_x[g-a-2]",
            "test_x[g-b-1]",
            "test_x[g-b-2]");
  }

  @Test
  void valuesAreNamedAsPytestNamesThem() {
    assertThat(
            items(
                "test_b.py",
                """
                import pytest

                VALUES = ["v"]

                class Shop: pass

                @pytest.mark.parametrize("v", [{}, [1], None, 1.5, True, 7, "a b", Shop])
                def test_kinds(v): pass

                @pytest.mark.parametrize(
                    "v", [pytest.param(3, id="three"), pytest.param("w"), "w", "2", "2"])
                def test_set(v): pass

                @pytest.mark.parametrize("a, b", [(1, "x"), ("y", {})])
                def test_two(a, b): pass

                @pytest.mark.parametrize("v", [object(), object()], ids=["p", "q"])
                def test_ids(v): pass

                @pytest.mark.parametrize("v", VALUES)
                def test_named(v): pass
                """))
        .containsExactly(
            "test_kinds[v0]",
            "test_kinds[v1]",
            "test_kinds[None]",
            "test_kinds[1.5]",
            "test_kinds[True]",
            "test_kinds[7]",
            "test_kinds[a b]",
            "test_kinds[Shop]",
            "test_set[three]",
            "test_set[w0]",
            "test_set[w1]",
            "test_set[2_0]",
            "test_set[2_1]",
            "test_two[1-x]",
            "test_two[y-b1]",
            "test_ids[p]",
            "test_ids[q]",
            "test_named[v]");
  }

  @Test
  void nameThatIsComputedIsLeftOpen() {
    assertThat(
            items(
                "test_b.py",
                """
                import pytest

                @pytest.mark.parametrize("v", [object(), 2])
                def test_it(v): pass
                """))
        .containsExactly("test_it[…]", "test_it[2]");
  }

  @Test
  void testWhoseItemsCannotBeCountedIsOneMarkThatSaysWhy() {
    List<TestItem> items =
        ItemOrder.of(
            WrittenSuite.in(
                    directory,
                    "test_b.py",
                    """
                    import pytest
                    from elsewhere import cases

                    @pytest.mark.parametrize("v", cases())
                    def test_it(v): pass
                    """)
                .model());
    assertThat(items).hasSize(1);
    assertThat(items.get(0).name()).isEqualTo("test_it");
    assertThat(items.get(0).note().orElse("")).startsWith("one mark for all its items: ");
  }
}
