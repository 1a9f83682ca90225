package dev.loopscope.scaffold.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks like a fixture that nobody runs, or that runs in the wrong task, and is not. */
class FixturesAndPluginsTest {
  @TempDir private Path directory;

  private Judged suite(Rule rule, String text) {
    return new Judged(directory, rule)
        .with(
            "test_it.py",
            "import asyncio\nimport anyio\nimport pytest\nimport pytest_asyncio\n\n" + text);
  }

  @Test
  void anyioRunsTheFixturesOfItsTests() {
    assertThat(
            suite(
                    new AsyncPytestFixtureInStrictMode(),
                    """
                    @pytest.fixture
                    async def user():
                        return "Ada"

                    @pytest.mark.anyio
                    async def test_it(user):
                        assert user == "Ada"
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void anyioRunsFixturesForWhoeverRequestsItsBackend() {
    assertThat(
            suite(
                    new AsyncPytestFixtureInStrictMode(),
                    """
                    @pytest.fixture
                    async def user(anyio_backend):
                        return "Ada"

                    @pytest.mark.asyncio
                    async def test_it(user):
                        assert user == "Ada"
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void autoModeRunsFixturesOfPytest() {
    assertThat(
            suite(
                    new AsyncPytestFixtureInStrictMode(),
                    """
                    @pytest.fixture
                    async def user():
                        return "Ada"

                    async def test_it(user):
                        assert user == "Ada"
                    """)
                .with("pytest.ini", "[pytest]\nasyncio_mode = auto\n")
                .findings())
        .isEmpty();
  }

  @Test
  void otherPluginMayRunFixturesOfPytest() {
    assertThat(
            suite(
                    new AsyncPytestFixtureInStrictMode(),
                    """
                    @pytest.fixture
                    async def user():
                        return "Ada"

                    @pytest.mark.asyncio
                    async def test_it(user):
                        assert user == "Ada"
                    """)
                .with("requirements.txt", "pytest-aiohttp\n")
                .findings())
        .isEmpty();
  }

  @Test
  void testThatAwaitsTheFixtureItselfWorksUpToPytest8() {
    String text =
        """
        @pytest.fixture
        async def user():
            return "Ada"

        @pytest.mark.asyncio
        async def test_it(user):
            assert await user == "Ada"
        """;
    assertThat(
            suite(new AsyncPytestFixtureInStrictMode(), text)
                .with("requirements.txt", "pytest<9\n")
                .findings())
        .isEmpty();
    assertThat(
            suite(new AsyncPytestFixtureInStrictMode(), text)
                .with("requirements.txt", "pytest>=8\n")
                .findings())
        .containsExactly("test_it.py:6 error");
  }

  @Test
  void blockThatIsLeftBeforeTheYieldIsFine() {
    assertThat(
            suite(
                    new CancelScopeAcrossYield(),
                    """
                    @pytest_asyncio.fixture
                    async def service():
                        with anyio.fail_after(5):
                            await anyio.sleep(0)
                        yield 1

                    @pytest.mark.asyncio
                    async def test_it(service):
                        pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void blockInsideOfAProjectsContextManagerIsHeldToo() {
    assertThat(
            suite(
                    new CancelScopeAcrossYield(),
                    """
                    from contextlib import asynccontextmanager

                    @asynccontextmanager
                    async def running():
                        async with anyio.create_task_group() as tasks:
                            yield tasks

                    @pytest_asyncio.fixture
                    async def service():
                        async with running() as tasks:
                            yield tasks

                    @pytest.mark.asyncio
                    async def test_it(service):
                        pass
                    """)
                .findings())
        .containsExactly("test_it.py:15 error");
  }

  @Test
  void anyioMayHoldABlockAcrossTheYield() {
    assertThat(
            suite(
                    new CancelScopeAcrossYield(),
                    """
                    @pytest.fixture
                    async def service():
                        async with anyio.create_task_group() as tasks:
                            yield tasks

                    @pytest.mark.anyio
                    async def test_it(service):
                        pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void fixtureThatIsThereAlreadyIsGotAtOnce() {
    assertThat(
            suite(
                    new AsyncFixtureByGetfixturevalue(),
                    """
                    @pytest_asyncio.fixture
                    async def user():
                        return "Ada"

                    @pytest.mark.asyncio
                    async def test_it(request, user):
                        assert request.getfixturevalue("user") == "Ada"
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void syncCodeMayGetAnAsyncFixture() {
    assertThat(
            suite(
                    new AsyncFixtureByGetfixturevalue(),
                    """
                    @pytest_asyncio.fixture
                    async def user():
                        return "Ada"

                    @pytest.fixture
                    def somebody(request):
                        return request.getfixturevalue("user")

                    @pytest.mark.asyncio
                    async def test_it(somebody):
                        assert somebody == "Ada"

                    def test_sync(request):
                        assert request.getfixturevalue("user") == "Ada"
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void syncFixtureThatNeedsAnAsyncOneIsNoBetter() {
    assertThat(
            suite(
                    new AsyncFixtureByGetfixturevalue(),
                    """
                    @pytest_asyncio.fixture
                    async def user():
                        return "Ada"

                    @pytest.fixture
                    def somebody(user):
                        return user

                    @pytest.mark.asyncio
                    async def test_it(request):
                        assert request.getfixturevalue("somebody") == "Ada"
                    """)
                .findings())
        .containsExactly("test_it.py:16 error");
  }

  @Test
  void wideFixtureMayHaveBeenSetUpForAnotherTest() {
    assertThat(
            suite(
                    new AsyncFixtureByGetfixturevalue(),
                    """
                    @pytest_asyncio.fixture(scope="session", loop_scope="session")
                    async def user():
                        return "Ada"

                    @pytest.mark.asyncio(loop_scope="session")
                    async def test_first(user):
                        assert user == "Ada"

                    @pytest.mark.asyncio(loop_scope="session")
                    async def test_it(request):
                        assert request.getfixturevalue("user") == "Ada"
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void queueOfTestsOnOneLoopIsFine() {
    assertThat(
            suite(
                    new LoopBoundObjectAtModuleLevel(),
                    """
                    pytestmark = pytest.mark.asyncio(loop_scope="module")
                    jobs = asyncio.Queue()

                    async def test_first():
                        await jobs.get()

                    async def test_second():
                        await jobs.get()
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void queueThatATestMakesItselfIsFine() {
    assertThat(
            suite(
                    new LoopBoundObjectAtModuleLevel(),
                    """
                    jobs = asyncio.Queue()

                    @pytest.mark.asyncio
                    async def test_first():
                        jobs = asyncio.Queue()
                        await jobs.get()

                    @pytest.mark.asyncio
                    async def test_second():
                        jobs = asyncio.Queue()
                        await jobs.get()
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void queueInAClassBodyIsSharedByItsTests() {
    assertThat(
            suite(
                    new LoopBoundObjectAtModuleLevel(),
                    """
                    class TestIt:
                        jobs = asyncio.Queue()

                        @pytest.mark.asyncio
                        async def test_first(self):
                            await self.jobs.get()

                        @pytest.mark.asyncio
                        async def test_second(self):
                            await self.jobs.get()
                    """)
                .findings())
        .containsExactly("test_it.py:7 warning");
  }

  @Test
  void loopOfTheImportThatNobodyWaitsForIsFine() {
    assertThat(
            suite(
                    new LoopBoundObjectAtModuleLevel(),
                    """
                    loop = asyncio.new_event_loop()

                    def test_first():
                        loop.run_until_complete(asyncio.sleep(0))

                    @pytest.mark.asyncio
                    async def test_second():
                        await asyncio.sleep(0)
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void runningLoopAtImportTimeIsAnError() {
    assertThat(
            suite(
                    new LoopBoundObjectAtModuleLevel(),
                    """
                    loop = asyncio.get_running_loop()

                    @pytest.mark.asyncio
                    async def test_it():
                        pass
                    """)
                .findings())
        .containsExactly("test_it.py:6 error");
  }

  @Test
  void parameterCalledEventLoopIsNoRequestIfItIsGivenAValue() {
    assertThat(
            suite(
                    new EventLoopFixtureRequested(),
                    """
                    @pytest.mark.parametrize("event_loop", [1, 2])
                    @pytest.mark.asyncio
                    async def test_it(event_loop):
                        assert event_loop
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void oldVersionsHaveTheEventLoopFixture() {
    assertThat(
            suite(
                    new EventLoopFixtureRequested(),
                    """
                    @pytest.mark.asyncio
                    async def test_it(event_loop):
                        assert event_loop
                    """)
                .with("requirements.txt", "pytest-asyncio<1\n")
                .findings())
        .isEmpty();
  }

  @Test
  void oldVersionsTakeAnOverriddenPolicy() {
    assertThat(
            suite(
                    new EventLoopPolicyOverridden(),
                    """
                    @pytest.fixture
                    def event_loop_policy():
                        return asyncio.DefaultEventLoopPolicy()

                    @pytest.mark.asyncio
                    async def test_it():
                        pass
                    """)
                .with("requirements.txt", "pytest-asyncio<1.4\n")
                .findings())
        .isEmpty();
  }

  @Test
  void markOnAFixtureIsIgnoredByOldVersions() {
    assertThat(
            suite(
                    new MarkOnFixture(),
                    """
                    @pytest.fixture
                    @pytest.mark.usefixtures("tmp_path")
                    def user():
                        return "Ada"

                    def test_it(user):
                        assert user
                    """)
                .with("requirements.txt", "pytest<9\n")
                .findings())
        .containsExactly("test_it.py:7 warning");
  }

  @Test
  void classmethodBelowTheFixtureIsRight() {
    assertThat(
            suite(
                    new ClassmethodAboveFixture(),
                    """
                    class TestIt:
                        @pytest.fixture(scope="class")
                        @classmethod
                        def user(cls):
                            return "Ada"

                        def test_it(self, user):
                            assert user
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void classmethodAboveAFixtureThatNobodyRequestsIsAWarning() {
    assertThat(
            suite(
                    new ClassmethodAboveFixture(),
                    """
                    class TestIt:
                        @classmethod
                        @pytest.fixture(scope="class")
                        def user(cls):
                            return "Ada"

                        def test_it(self):
                            pass
                    """)
                .findings())
        .containsExactly("test_it.py:7 warning");
  }
}
