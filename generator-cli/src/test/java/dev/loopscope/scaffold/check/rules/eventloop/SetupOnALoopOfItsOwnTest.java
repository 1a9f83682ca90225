package dev.loopscope.scaffold.check.rules.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupOnALoopOfItsOwnTest {
  private static final String DIAL =
      """
      import aiohttp, unittest
      async def dial():
          return await asyncio.open_connection("localhost", 1)
      async def number():
          return 1
      class Client:
          def __init__(self, reader):
              self.reader = reader
          @classmethod
          async def open(cls):
              reader, writer = await dial()
              return cls(reader)
          async def ask(self):
              return await self.reader.readline()
      pair = None
      """;

  @TempDir private Path directory;

  private List<String> found(String suite) {
    return new JudgedSuite(directory)
        .on(">=1.3", "asyncio_mode = auto")
        .test(DIAL + suite)
        .places("LS047");
  }

  static Stream<Arguments> setups() {
    return Stream.of(
        Arguments.of("class TestIt:", "def setup_method(self):", "self.it = "),
        Arguments.of("class TestIt:", "def setup_method(self, method):", "self.it = "),
        Arguments.of("class TestIt:", "def setup_class(cls):", "cls.it = "),
        Arguments.of(
            "class TestIt(unittest.IsolatedAsyncioTestCase):", "def setUp(self):", "self.it = "));
  }

  private static String suite(String owner, String setup, String opening, String use) {
    return owner
        + "\n    "
        + setup
        + "\n        "
        + opening
        + "\n    async def test_it(self):\n        "
        + use
        + "\n";
  }

  @ParameterizedTest
  @MethodSource("setups")
  void whatIsOpenedOnALoopByHandFailsOnTheLoopOfTheTest(String owner, String setup, String target) {
    String opening = target + "asyncio.run(Client.open())";
    assertThat(found(suite(owner, setup, opening, "await self.it.ask()")))
        .containsExactly("test_it.py:20 error");
  }

  @ParameterizedTest
  @MethodSource("setups")
  void valueThatBelongsToNoLoopIsFine(String owner, String setup, String target) {
    String opening = target + "asyncio.run(number())";
    assertThat(found(suite(owner, setup, opening, "assert self.it == 1"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("setups")
  void testThatDoesNotWaitForItIsFine(String owner, String setup, String target) {
    String opening = target + "asyncio.run(Client.open())";
    assertThat(found(suite(owner, setup, opening, "assert self.it"))).isEmpty();
  }

  @Test
  void functionOfTheModuleFillsAVariable() {
    assertThat(
            found(
                """
                def setup_module(module):
                    global pair
                    pair = asyncio.run(dial())
                    module.client = asyncio.run(Client.open())
                async def test_reads():
                    await pair[0].readline()
                """))
        .containsExactly("test_it.py:19 error");
  }

  @Test
  void loopThatIsKeptIsTheOneThatSyncTestsRun() {
    assertThat(
            found(
                """
                class TestIt:
                    def setup_method(self):
                        self.loop = asyncio.new_event_loop()
                        self.it = self.loop.run_until_complete(Client.open())
                    def test_it(self):
                        self.loop.run_until_complete(self.it.ask())
                """))
        .isEmpty();
  }

  @Test
  void syncTestThatRunsAnotherLoopFails() {
    assertThat(
            found(
                """
                class TestIt:
                    def setup_method(self):
                        self.it = asyncio.run(Client.open())
                    def test_it(self):
                        asyncio.run(self.it.ask())
                """))
        .containsExactly("test_it.py:20 error");
  }

  @Test
  void whatTheFirstTestBindsFailsInTheSecond() {
    String one =
        """
        import redis.asyncio
        class TestIt:
            @classmethod
            def setup_class(cls):
                cls.it = redis.asyncio.Redis()
            async def test_one(self):
                await self.it.ping()
        """;
    assertThat(found(one)).isEmpty();
    assertThat(found(one + "    async def test_other(self):\n        await self.it.ping()\n"))
        .containsExactly("test_it.py:22 error");
  }

  /** A session of aiohttp is made on the loop, a client of redis is bound by the test. */
  @Test
  void whatTheTestBindsIsFine() {
    assertThat(
            found(
                """
                import redis.asyncio
                async def connect():
                    return redis.asyncio.Redis()
                class TestIt:
                    def setup_method(self):
                        self.it = asyncio.run(connect())
                    async def test_one(self):
                        await self.it.ping()
                    async def test_other(self):
                        await self.it.ping()
                """))
        .isEmpty();
  }

  @Test
  void fixtureOfATestsObjectIsToldLikeAnyOther() {
    String suite =
        DIAL
            + """
            class TestIt:
                @pytest.fixture(autouse=True)
                def opened(self):
                    self.it = asyncio.run(%s)
                async def test_it(self):
                    %s
            """;
    JudgedSuite judged = new JudgedSuite(directory).on(">=1.3", "asyncio_mode = auto");
    assertThat(judged.test(suite.formatted("dial()", "await self.it[0].read()")).places("LS002"))
        .containsExactly("test_it.py:23 error");
    assertThat(judged.test(suite.formatted("number()", "assert self.it")).places("LS002"))
        .isEmpty();
  }

  /** unittest makes the loop of a test the current one, and so did pytest-asyncio. */
  @Test
  void currentLoopMayBeTheOneOfTheTest() {
    String body =
        """
            def %s(self):
                self.it = asyncio.get_event_loop().run_until_complete(Client.open())
            async def test_it(self):
                await self.it.ask()
        """;
    String method = DIAL + "class TestIt:\n" + body.formatted("setup_method");
    String unittest =
        DIAL + "class TestIt(unittest.IsolatedAsyncioTestCase):\n" + body.formatted("setUp");
    JudgedSuite judged = new JudgedSuite(directory).on("<1", "asyncio_mode = auto");
    assertThat(judged.test(method).places("LS047")).isEmpty();
    assertThat(judged.test(unittest).places("LS047")).isEmpty();
    judged.on(">=1.3", "asyncio_mode = auto");
    assertThat(judged.test(unittest).places("LS047")).isEmpty();
    assertThat(judged.test(method).places("LS047")).containsExactly("test_it.py:20 error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        class TestIt:
            def setup_method(self):
                self.it = asyncio.run(Client.open())
            @pytest.fixture(autouse=True)
            async def opened(self):
                self.it = await Client.open()
            async def test_it(self):
                await self.it.ask()
        """,
        """
        class TestIt(unittest.IsolatedAsyncioTestCase):
            def setUp(self):
                self.it = asyncio.run(Client.open())
            async def asyncSetUp(self):
                await self.open_it()
            async def open_it(self):
                self.it = await Client.open()
            async def test_it(self):
                await self.it.ask()
        """,
        """
        class TestIt:
            def setup_class(cls):
                cls.it = redis.asyncio.Redis()
            def setup_method(self):
                self.it: object = redis.asyncio.Redis()
            async def test_one(self):
                await self.it.ping()
            async def test_other(self):
                await self.it.ping()
        """,
        """
        class TestIt:
            def setup_class(cls):
                cls.it = redis.asyncio.Redis()
            async def test_one(self):
                await self.it.ping()
                await self.it.aclose()
            async def test_other(self):
                await self.it.ping()
                await self.it.aclose()
        """,
        """
        def setup_module():
            global pair
            pair = asyncio.run(dial())
        class TestIt:
            def setup_method(self):
                global pair
                pair = None, None
            async def test_it(self):
                await pair[0].readline()
        """
      })
  void whatIsPutThereAnewOrClosedBehindEachTestIsFine(String suite) {
    assertThat(found("import redis.asyncio\n" + suite)).isEmpty();
  }

  @Test
  void teardownThatForgetsItMendsNothing() {
    assertThat(
            found(
                """
                class TestIt:
                    def setup_method(self):
                        self.it = asyncio.run(Client.open())
                    def teardown_method(self):
                        self.it = None
                    async def test_it(self):
                        await self.it.ask()
                """))
        .containsExactly("test_it.py:20 error");
  }

  @Test
  void methodThatTheSetupRunsIsTheSetup() {
    assertThat(
            found(
                """
                class TestIt:
                    def setup_method(self):
                        asyncio.run(self.open_it())
                    async def open_it(self):
                        self.it = await Client.open()
                    async def test_it(self):
                        await self.it.ask()
                """))
        .containsExactly("test_it.py:20 error");
  }

  @Test
  void nobodyCallsAsyncSetUpOfAPlainTestCase() {
    List<Finding> findings =
        new JudgedSuite(directory)
            .on(">=1.3", "asyncio_mode = auto")
            .test(
                DIAL
                    + """
                    class TestIt(unittest.TestCase):
                        def setUp(self):
                            self.it = asyncio.run(Client.open())
                        def test_it(self):
                            asyncio.run(self.it.ask())
                    """)
            .findings();
    assertThat(findings)
        .singleElement()
        .satisfies(it -> assertThat(it.fix()).isEmpty())
        .extracting(Finding::remedy, InstanceOfAssertFactories.STRING)
        .contains("`asyncSetUp` of an `IsolatedAsyncioTestCase`");
  }
}
