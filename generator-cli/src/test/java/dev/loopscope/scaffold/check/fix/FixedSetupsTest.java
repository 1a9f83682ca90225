package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of functions that are called before tests by their names, and run a loop. */
class FixedSetupsTest {
  private static final String DIAL = "asyncio.open_connection(\"localhost\", 7)";
  private static final String TEST =
      "    async def test_it(self):\n        await self.reader.read()\n";

  private static String fixed(String ini, String text) {
    return FixedExample.of(
            "",
            new PageCase(
                "",
                List.of(
                    PageFile.of("pytest.ini", "[pytest]\nasyncio_mode = " + ini + "\n"),
                    PageFile.of("test_it.py", text)),
                List.of()))
        .suite()
        .files()
        .get(1)
        .text();
  }

  private static void assertStays(String text) {
    assertThat(fixed("auto", text)).isEqualTo(text);
  }

  @Test
  void methodOfAClassOpensForEachOfItsObjects() {
    assertThat(
            fixed(
                "auto",
                """
                import asyncio

                class TestIt:
                    @classmethod
                    def setup_class(cls):
                        cls.reader, cls.writer = asyncio.run(
                            asyncio.open_connection("localhost", 7)
                        )
                    async def test_it(self):
                        await self.reader.read()
                """))
        .isEqualTo(
            """
            import asyncio
            import pytest_asyncio

            class TestIt:
                @pytest_asyncio.fixture(autouse=True)
                async def open_for_each_test(self):
                    self.reader, self.writer = await asyncio.open_connection("localhost", 7)
                async def test_it(self):
                    await self.reader.read()
            """);
  }

  @Test
  void loopOfTheClassIsThatOfTheFixture() {
    assertThat(
            fixed(
                "strict",
                """
                import asyncio
                import pytest

                @pytest.mark.asyncio(loop_scope="class")
                class TestIt:
                    def setup_method(self, method):
                        self.reader, self.writer = asyncio.run(
                            asyncio.open_connection("localhost", 7)
                        )
                    async def test_it(self):
                        await self.reader.read()
                """))
        .contains(
            """
                @pytest_asyncio.fixture(autouse=True, loop_scope="class")
                async def setup_method(self):
                    self.reader, self.writer = await asyncio.open_connection("localhost", 7)
            """);
  }

  @Test
  void testsThatRunALoopAwaitAndAreMarkedInStrictMode() {
    String suite =
        """
        import asyncio

        class TestIt:
            def setup_method(self):
                self.reader, self.writer = asyncio.run(asyncio.open_connection("localhost", 7))

            def test_it(self):
                assert asyncio.run(self.reader.read())

            def test_other(self):
                assert self.writer
        """;
    String after =
        """
            async def test_it(self):
                assert (await self.reader.read())

            def test_other(self):
        """;
    assertThat(fixed("strict", suite)).contains("    @pytest.mark.asyncio\n" + after);
    assertThat(fixed("auto", suite)).contains("\n\n" + after);
  }

  @Test
  void functionOfAModuleOpensBeforeEachTest() {
    assertThat(
            fixed(
                "auto",
                """
                import asyncio

                pair = None

                def setup_module(module):
                    global pair
                    pair = asyncio.run(asyncio.open_connection("localhost", 7))

                async def test_it():
                    await pair[0].read()
                """))
        .contains(
            """
            @pytest_asyncio.fixture(autouse=True)
            async def open_in_module_for_each_test():
                global pair
                pair = await asyncio.open_connection("localhost", 7)
            """);
  }

  @Test
  void classOfATestCaseOpensInAsyncSetUp() {
    assertThat(
            fixed(
                "auto",
                """
                import asyncio, unittest

                class ItTest(unittest.IsolatedAsyncioTestCase):
                    @classmethod
                    def setUpClass(cls):
                        cls.reader, cls.writer = asyncio.run(
                            asyncio.open_connection("localhost", 7)
                        )

                    async def test_it(self):
                        await self.reader.read()
                """))
        .contains(
            """
            class ItTest(unittest.IsolatedAsyncioTestCase):
                async def asyncSetUp(self):
                    self.reader, self.writer = await asyncio.open_connection("localhost", 7)
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
            @classmethod
            def setup_class(cls):
                %s
                register(cls)
        """,
        """
            @classmethod
            def setup_class(cls):
                %s
            @classmethod
            def of_class(cls):
                return cls.reader
        """,
        """
            @classmethod
            def setup_class(cls):
                %s
            def of_class(self):
                return type(self).reader
        """,
        """
            @classmethod
            def setup_class(cls):
                super().setup_class()
                %s
        """,
        """
            @classmethod
            def setup_class(cls):
                %s
            @classmethod
            def teardown_class(cls):
                asyncio.run(close())
        """,
      })
  void classThatIsMoreThanAPlaceStays(String setup) {
    String opening = "cls.reader, cls.writer = asyncio.run(" + DIAL + ")";
    assertStays("import asyncio\n\nclass TestIt:\n" + setup.formatted(opening).indent(4) + TEST);
  }

  @Test
  void methodThatUsesWhatPytestPassesStays() {
    assertStays(
        """
        import asyncio

        class TestIt:
            def setup_method(self, method):
                self.name = method.__name__
                self.reader, self.writer = asyncio.run(asyncio.open_connection("localhost", 7))

            async def test_it(self):
                await self.reader.read()
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
            def setup_method(self):
                %1$s

            async def test_it(self):
                await self.reader.read()

        class TestSub(TestIt):
            def setup_method(self):
                super().setup_method()
        """,
        """
            def setup_method(self):
                %1$s

            async def test_it(self):
                await self.reader.read()

        class TestSub(TestIt):
            def setup_method(self):
                self.reader = None
        """,
        """
            def setup_method(self):
                %1$s

            async def test_it(self):
                await self.reader.read()

        def opened():
            TestIt().setup_method()
        """,
        """
            @pytest.fixture(autouse=True)
            def always(self):
                self.name = self.n + 1

            def setup_method(self):
                self.n = 1
                %1$s

            async def test_it(self):
                await self.reader.read()
        """,
        """
            @classmethod
            def setup_class(cls):
                %2$s

            def setup_method(self):
                self.writer.write(b"")

            async def test_it(self):
                await self.reader.read()
        """,
        """
            @classmethod
            def setup_class(cls):
                %2$s

            @pytest.fixture(scope="class")
            def first(self):
                return self.writer

            async def test_it(self, first):
                await self.reader.read()
        """,
        """
            @classmethod
            def setup_class(cls):
                %2$s
                cls.made = []

            async def test_it(self):
                await self.reader.read()
        """,
        """
            @classmethod
            def setup_class(cls):
                %2$s

            async def test_it(self):
                await self.reader.read()

        def writer():
            return TestIt.writer
        """,
      })
  void whatOthersSeeOrCallStays(String members) {
    String opening = "asyncio.run(" + DIAL + ")";
    assertStays(
        "import asyncio\nimport pytest\n\nclass TestIt:\n"
            + members.formatted(
                "self.reader, self.writer = " + opening, "cls.reader, cls.writer = " + opening));
  }

  @Test
  void testCaseWhoseSetUpUsesWhatTheClassOpensStays() {
    assertStays(
        """
        import asyncio, unittest

        class ItTest(unittest.IsolatedAsyncioTestCase):
            @classmethod
            def setUpClass(cls):
                cls.reader, cls.writer = asyncio.run(asyncio.open_connection("localhost", 7))

            def setUp(self):
                self.writer.write(b"")

            async def test_it(self):
                await self.reader.read()
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        @pytest.fixture(scope="module")
        def writer():
            return pair[1]
        """,
        """
        def again():
            setup_module()
        """,
        """
        class TestMore:
            def setup_method(self):
                self.pair = pair
        """,
      })
  void moduleThatMoreThanTestsSeeStays(String more) {
    assertStays(
        """
        import asyncio
        import pytest

        pair = None

        def setup_module():
            global pair
            pair = asyncio.run(asyncio.open_connection("localhost", 7))

        %s
        async def test_it():
            await pair[0].read()
        """
            .formatted(more));
  }
}
