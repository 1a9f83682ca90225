package dev.loopscope.scaffold.check.rules.anyio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that is skipped by its own code passes on no wrong backend. */
class SelfSkippedTestsTest {
  private static final String HELPERS =
      """
      import sys
      import unittest
      from unittest import SkipTest
      import pytest
      from pytest import skip as leave

      def require(name):
          pytest.skip(name + " is not there")

      def unless(value):
          if not value:
              pytest.skip("not there")

      async def reach():
          unless(sys.argv[-1] == "here")

      """;

  private static final String HOLDING =
      """
      @pytest.fixture(scope="module")
      async def orders():
          yield ["tea"]

      """;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pytest.skip('later')",
        "'''Says why.'''\n    pytest.skip('later')",
        "leave('later')",
        "pytest.xfail('not built')",
        "raise unittest.SkipTest('later')",
        "raise SkipTest",
        "raise pytest.skip.Exception('later')",
        "pytest.importorskip('nobody_has_it')",
        "absent = pytest.importorskip('nobody_has_it')\n    await absent.connect()",
        "pytest.importorskip('asyncio', minversion='99')",
        "require('docker')\n    await anyio.sleep(0)",
        "unless(anyio_backend_name == 'asyncio')\n    await anyio.sleep(0)",
        "if sys.platform == 'win32':\n        pytest.skip('not there')\n    await anyio.sleep(0)",
        """
        try:
                import nobody_has_it
            except ImportError:
                pytest.skip('not there')\
        """,
        "await reach()\n    await anyio.sleep(0)",
        "await anyio.sleep(0)\n    pytest.skip('later')",
      })
  void skipsOfItsOwn(String body) {
    assertThat(heldFor(body)).isEmpty();
    assertThat(takenFor(body)).isEmpty();
    assertThat(askedOtherwise(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await anyio.sleep(0)",
        "pytest.importorskip('sqlite3')\n    await anyio.sleep(0)",
        "pytest.importorskip('redis.asyncio')\n    await anyio.sleep(0)",
        "if False:\n        pytest.skip('later')\n    await anyio.sleep(0)",
        "await anyio.sleep(0)\n    if sys.platform == 'win32':\n        pytest.skip('the rest')",
        "def later():\n        pytest.skip('later')\n    await anyio.sleep(0)",
        "print(unittest.SkipTest)",
      })
  void otherTestsPass(String body) {
    assertThat(heldFor(body)).hasSize(1);
    assertThat(takenFor(body)).hasSize(1);
    assertThat(askedOtherwise(body)).hasSize(1);
  }

  @Test
  void methodsThatSkipAreFollowed() {
    suite()
        .with("requirements.txt", "pytest\nanyio[trio]\n")
        .with(
            "test_it.py",
            HELPERS
                + HOLDING
                + """
                @pytest.mark.anyio
                class TestOrders:
                    def require(self):
                        pytest.skip("later")

                    async def test_it(self, orders):
                        self.require()
                        await anyio.sleep(0)
                """);
    assertThat(new JudgedSuite(directory).places("LS030")).isEmpty();
  }

  @Test
  void methodsOfOtherObjectsAreNotThoseOfTheTest() {
    suite()
        .with("requirements.txt", "pytest\nanyio[trio]\n")
        .with(
            "test_it.py",
            HELPERS
                + HOLDING
                + """
                class Order:
                    def require(self):
                        pass

                def settle(order):
                    order.require()

                @pytest.mark.anyio
                class TestOrders:
                    def require(self):
                        pytest.skip("later")

                    async def test_it(self, orders):
                        settle(Order())
                        assert orders
                """);
    assertThat(new JudgedSuite(directory).places("LS030")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pytest.skip('not on trio')", "raise unittest.SkipTest"})
  void fixtureMaySkipWhatIsNotForItsBackend(String skip) {
    suite()
        .with("requirements.txt", "pytest\nanyio[trio]\n")
        .with(
            "test_it.py",
            HELPERS
                + HOLDING
                + """
                @pytest.fixture(autouse=True)
                def only_asyncio(anyio_backend_name):
                    if anyio_backend_name != "asyncio":
                        %s

                @pytest.mark.anyio
                async def test_it(orders):
                    assert orders
                """
                    .formatted(skip));
    assertThat(new JudgedSuite(directory).places("LS030")).isEmpty();
  }

  @Test
  void fixtureOfASkippedTestMisleadsTheOthers() {
    suite()
        .with("requirements.txt", "pytest\nanyio[trio]\n")
        .with(
            "test_it.py",
            HELPERS
                + HOLDING
                + """
                @pytest.mark.anyio
                async def test_skipped(orders):
                    pytest.skip("later")

                @pytest.mark.anyio
                async def test_it(orders):
                    assert orders
                """);
    assertThat(new JudgedSuite(directory).messages("LS030"))
        .singleElement()
        .asString()
        .contains("`test_it[trio]`");
  }

  @Test
  void fixtureThatRaisesASkipSkips() {
    suite()
        .with("requirements.txt", "pytest\nanyio[trio]\n")
        .with(
            "test_it.py",
            HELPERS
                + HOLDING
                + """
                @pytest.fixture
                def absent():
                    raise SkipTest("not there")

                @pytest.mark.anyio
                async def test_it(absent, orders):
                    assert orders
                """);
    assertThat(new JudgedSuite(directory).places("LS030")).isEmpty();
  }

  private JudgedSuite suite() {
    return new JudgedSuite(directory);
  }

  private List<String> heldFor(String body) {
    return suite()
        .with("pytest.ini", "[pytest]\n")
        .with("requirements.txt", "pytest\nanyio[trio]\nredis\n")
        .with("test_it.py", HELPERS + HOLDING + "import anyio\n\n" + test("orders", body))
        .places("LS030");
  }

  private List<String> takenFor(String body) {
    return suite()
        .with("pytest.ini", "[pytest]\nasyncio_mode = auto\n")
        .with("requirements.txt", "pytest\nanyio[trio]\npytest-asyncio\nredis\n")
        .with("test_it.py", HELPERS + "import anyio\n\n" + test("anyio_backend_name", body))
        .places("LS035");
  }

  /** By a mark that a hook adds too late. */
  private List<String> askedOtherwise(String body) {
    return suite()
        .with("pytest.ini", "[pytest]\n")
        .with("requirements.txt", "pytest\nanyio[trio]\nhypothesis\nredis\n")
        .with(
            "test_it.py",
            HELPERS
                + "import anyio\n"
                + "from hypothesis import given, strategies\n\n"
                + "@given(strategies.none())\n"
                + test("nothing", body))
        .places("LS033");
  }

  private static String test(String parameter, String body) {
    return "@pytest.mark.anyio\nasync def test_it(" + parameter + "):\n    " + body + "\n";
  }
}
