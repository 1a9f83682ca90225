package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways to hand a session of one loop to a test of another, each with two twins in which nothing is
 * wrong: the test runs on the session's loop, or what is handed on belongs to no loop.
 */
class WaysOfHoldingTest {
  @TempDir private Path directory;

  /** What stands in the module, what the fixture does with {@code it}, and what the test awaits. */
  static Stream<Arguments> ways() {
    return Stream.of(
        way(
            "an object whose base class keeps it",
            """
            class Base:
                def __init__(self, session):
                    self.session = session
            class Client(Base):
                def __init__(self, session, name):
                    super().__init__(session)
                    self.name = name
            """,
            "yield Client(it, 'a')",
            "fx.session.get('/')"),
        way(
            "an object that two constructors behind each other fill",
            """
            class Base:
                async def open(self, session):
                    self.session = session
            class Middle(Base):
                pass
            class Client(Middle):
                async def open(self, session):
                    await super(Client, self).open(session)
                    return self
                async def fetch(self):
                    return await self.session.get('/')
            """,
            "yield await Client().open(it)",
            "fx.fetch()"),
        way(
            "a function with its first argument",
            """
            import functools
            async def fetch(session, path):
                return await session.get(path)
            """,
            "yield functools.partial(fetch, it)",
            "fx('/')"),
        way(
            "a variable set through globals()",
            "held = None\n",
            "globals()['held'] = it\n    yield",
            "held.get('/')"),
        way(
            "a function that is called once",
            """
            import functools, types
            @functools.cache
            def state():
                return types.SimpleNamespace()
            """,
            "state().session = it\n    yield",
            "state().session.get('/')"),
        way(
            "a singleton made in __new__",
            """
            class State:
                _it = None
                def __new__(cls):
                    if cls._it is None:
                        cls._it = super().__new__(cls)
                    return cls._it
            """,
            "State().session = it\n    yield",
            "State().session.get('/')"),
        way(
            "a singleton of a metaclass",
            """
            class Single(type):
                _all = {}
                def __call__(cls, *args):
                    if cls not in cls._all:
                        cls._all[cls] = super().__call__(*args)
                    return cls._all[cls]
            class State(metaclass=Single):
                session = None
            """,
            "State().session = it\n    yield",
            "State().session.get('/')"),
        way("a list that a comprehension makes", "", "yield [x for x in [it]]", "fx[0].get('/')"),
        way(
            "the configuration that pytest has",
            "",
            "request.config.session = it\n    yield",
            "request.config.session.get('/')"),
        way(
            "a stash",
            "KEY = pytest.StashKey()\n",
            "pytestconfig.stash[KEY] = it\n    yield",
            "request.config.stash[KEY].get('/')"),
        way(
            "the session of pytest, which is the node of its fixtures",
            "",
            "request.node.held = it\n    yield",
            "request.session.held.get('/')"),
        way(
            "a variable of the context",
            """
            import contextvars
            current = contextvars.ContextVar("current")
            def session():
                return current.get()
            """,
            "current.set(it)\n    yield",
            "session().get('/')"),
        way("pytest itself", "", "pytest.held = it\n    yield", "pytest.held.get('/')"));
  }

  private static Arguments way(String name, String module, String fixture, String awaited) {
    return Arguments.of(name, module, fixture, awaited);
  }

  private JudgedSuite suite(String module, String fixture, String awaited) {
    return new JudgedSuite(directory)
        .on(">=1.3")
        .test(
            """
            import aiohttp
            %s
            @pytest_asyncio.fixture(scope="session", loop_scope="session")
            async def fx(request, pytestconfig):
                it = aiohttp.ClientSession()
                %s
                await it.close()

            @pytest.mark.asyncio
            async def test_fetches(fx, request):
                assert await %s
            """
                .formatted(module, fixture, awaited));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void sessionOfAnotherLoopIsFoundIn(String name, String module, String fixture, String awaited) {
    assertThat(suite(module, fixture, awaited).places("LS002"))
        .singleElement()
        .asString()
        .endsWith(" error");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void sessionOfTheTestsOwnLoopIsFine(String name, String module, String fixture, String awaited) {
    suite(module, fixture, awaited).on(">=1.3", "asyncio_default_test_loop_scope = session");
    assertThat(new JudgedSuite(directory).places("LS002")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void whatBelongsToNoLoopIsFine(String name, String module, String fixture, String awaited) {
    suite(module, fixture, awaited)
        .with("aiohttp.py", "class ClientSession:\n    async def get(self, path): return 1\n");
    assertThat(new JudgedSuite(directory).places("LS002")).noneMatch(it -> it.endsWith(" error"));
  }

  private JudgedSuite ofClass(String method, String attribute) {
    return new JudgedSuite(directory)
        .on(">=1.3")
        .test(
            """
            import aiohttp
            class TestShop:
                @pytest_asyncio.fixture(scope="class", loop_scope="class", autouse=True)
                %s
                    async with aiohttp.ClientSession() as session:
                        %s = session
                        yield

                @pytest.mark.asyncio
                async def test_fetches(self):
                    assert await self.session.get("/")
            """
                .formatted(method, attribute));
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void attributeOfTheClassIsFoundThroughTheObject(String method, String attribute) {
    assertThat(ofClass(method, attribute).places("LS002")).containsExactly("test_it.py:13 error");
  }

  static Stream<Arguments> attributes() {
    return Stream.of(
        Arguments.of("async def session_of_class(self, request):", "request.cls.session"),
        Arguments.of("async def session_of_class(self):", "type(self).session"),
        Arguments.of("async def session_of_class(self):", "self.__class__.session"));
  }

  @Test
  void attributeOfTheObjectItselfIsNoOtherTests() {
    assertThat(ofClass("async def session_of_class(self):", "self.session").places("LS002"))
        .isEmpty();
  }

  @Test
  void objectsOfAClassThatCountsItsCallsAreNoSingleton() {
    assertThat(
            new JudgedSuite(directory)
                .on(">=1.3")
                .test(
                    """
                    import aiohttp
                    class State:
                        def __new__(cls, name):
                            it = super().__new__(cls)
                            if name:
                                it.name = name
                            return it

                    @pytest_asyncio.fixture(scope="session", loop_scope="session", autouse=True)
                    async def ours():
                        state = State("ours")
                        state.session = aiohttp.ClientSession()
                        yield
                        await state.session.close()

                    @pytest.mark.asyncio
                    async def test_fetches():
                        state = State("its own")
                        state.session = aiohttp.ClientSession()
                        assert await state.session.get("/")
                    """)
                .places("LS002"))
        .isEmpty();
  }

  @Test
  void variableOfAComprehensionIsNotThatOfTheFunction() {
    assertThat(
            new JudgedSuite(directory)
                .on(">=1.3")
                .test(
                    """
                    import aiohttp
                    @pytest_asyncio.fixture(scope="session", loop_scope="session")
                    async def names():
                        it = "a"
                        async with aiohttp.ClientSession() as session:
                            sessions = [it for it in [session]]
                            await sessions[0].get("/")
                        yield it

                    @pytest.mark.asyncio
                    async def test_reads(names):
                        await asyncio.sleep(len(names))
                    """)
                .places("LS002"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"current.set", "print"})
  void whatAFixtureOfTheTestPutsThereInsteadIsFine(String replacing) {
    JudgedSuite suite =
        new JudgedSuite(directory)
            .on(">=1.3", "asyncio_mode = auto")
            .test(
                """
                import aiohttp, contextvars
                current = contextvars.ContextVar("current")
                @pytest_asyncio.fixture(scope="session", loop_scope="session", autouse=True)
                async def base():
                    current.set(aiohttp.ClientSession())
                    yield
                @pytest_asyncio.fixture(autouse=True)
                async def mine():
                    %s(aiohttp.ClientSession())
                    yield
                async def test_it():
                    await current.get().get("/")
                """
                    .formatted(replacing));
    assertThat(suite.places("LS002").isEmpty()).isEqualTo(replacing.equals("current.set"));
  }
}
