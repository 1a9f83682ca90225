package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a remedy comes to where the pages show another of its kinds: green and clean once fixed. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class FixedKindsIT {
  private static final PageFile AUTO = PageFile.of("pytest.ini", "[pytest]\nasyncio_mode = auto\n");

  @Test
  void misspeltOption(Workbench bench) {
    assertFixed(
        bench,
        "asyncio_default_fixture_loop_scope = session",
        PageFile.of("pytest.ini", "[pytest]\nasyncio_default_fixture_loop_scope = sesion\n"),
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest


            @pytest.mark.asyncio
            async def test_it():
                await asyncio.sleep(0)
            """));
  }

  @Test
  void packageLoopsOfOptionsAndOfAFixture(Workbench bench) {
    assertFixed(
        bench,
        "asyncio_default_test_loop_scope = session",
        PageFile.of(
            "pytest.ini",
            """
            [pytest]
            asyncio_default_fixture_loop_scope = package
            asyncio_default_test_loop_scope = package
            """),
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest
            import pytest_asyncio


            @pytest_asyncio.fixture(scope="module", loop_scope="package")
            async def loop():
                return asyncio.get_running_loop()


            @pytest_asyncio.fixture
            async def other():
                return asyncio.get_running_loop()


            @pytest.mark.asyncio
            async def test_it(loop, other):
                assert loop is other is asyncio.get_running_loop()
            """));
  }

  @Test
  void classLoopOutsideOfAClassWithAFixtureOfTheFunction(Workbench bench) {
    assertFixed(
        bench,
        "(loop_scope=\"module\")\nasync def test_it",
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest
            import pytest_asyncio


            @pytest_asyncio.fixture
            async def loop():
                return asyncio.get_running_loop()


            @pytest.mark.asyncio(loop_scope="class")
            async def test_it(loop):
                assert loop is asyncio.get_running_loop()
            """));
  }

  @Test
  void policyOfTheSuitesOwn(Workbench bench) {
    assertFixed(
        bench,
        "return {\"loop\": Policy().new_event_loop}",
        PageFile.of("requirements.txt", "pytest-asyncio>=1.4\n"),
        PageFile.of(
            "conftest.py",
            """
            import asyncio

            import pytest


            class Policy(asyncio.DefaultEventLoopPolicy):
                def new_event_loop(self):
                    loop = super().new_event_loop()
                    loop.made_by_policy = True
                    return loop


            @pytest.fixture(scope="session")
            def event_loop_policy():
                return Policy()
            """),
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest


            @pytest.mark.asyncio
            async def test_it():
                assert asyncio.get_running_loop().made_by_policy


            def test_sync():
                assert True
            """));
  }

  @Test
  void syncFixtureWithATeardownOnALoopOfTheSession(Workbench bench) {
    assertFixed(
        bench,
        "@pytest_asyncio.fixture(loop_scope=\"session\")\nasync def table",
        PageFile.of("requirements.txt", "pytest-asyncio>=0.24\n"),
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest

            pytestmark = pytest.mark.asyncio(loop_scope="session")


            async def opened():
                return asyncio.get_running_loop()


            async def closed(table):
                assert table is asyncio.get_running_loop()


            @pytest.fixture
            def table():
                loop = asyncio.get_event_loop()
                table = loop.run_until_complete(opened())
                yield table
                loop.run_until_complete(closed(table))


            async def test_first(table):
                assert table is asyncio.get_running_loop()


            async def test_second(table):
                assert table is asyncio.get_running_loop()
            """));
  }

  @Test
  void backendOfTheSuiteThatIsNarrowerThanAFixture(Workbench bench) {
    assertFixed(
        bench,
        "@pytest.fixture(scope=\"session\")\ndef anyio_backend",
        PageFile.of(
            "test_it.py",
            """
            import pytest


            @pytest.fixture
            def anyio_backend():
                return "asyncio"


            @pytest.fixture(scope="session")
            async def orders(anyio_backend):
                return ["tea"]


            @pytest.mark.anyio
            async def test_it(orders):
                assert orders
            """));
  }

  @Test
  void testsOfBothPluginsInAutoMode(Workbench bench) {
    assertFixed(
        bench,
        "asyncio_mode = strict",
        AUTO,
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest


            @pytest.mark.asyncio
            async def test_asyncio():
                await asyncio.sleep(0)


            @pytest.mark.anyio
            async def test_anyio(anyio_backend_name):
                assert anyio_backend_name
            """));
  }

  @Test
  void methodThatCannotRunOnTrio(Workbench bench) {
    assertFixed(
        bench,
        "    @pytest.mark.parametrize(\"anyio_backend\", [\"asyncio\"])\n    async def test_it",
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest


            @pytest.mark.anyio
            class TestIt:
                async def test_it(self):
                    assert await asyncio.gather(self.one(), self.one()) == [1, 1]

                async def one(self):
                    return 1
            """));
  }

  @Test
  void loopScopeThatAHookAddsTooLate(Workbench bench) {
    assertFixed(
        bench,
        "@pytest.mark.asyncio(loop_scope=\"module\")\nasync def test_it",
        PageFile.of("requirements.txt", "pytest-asyncio>=1.0\n"),
        PageFile.of(
            "conftest.py",
            """
            import inspect

            import pytest


            def pytest_collection_modifyitems(items):
                for item in items:
                    if inspect.iscoroutinefunction(item.function):
                        item.add_marker(pytest.mark.asyncio(loop_scope="module"))
            """),
        PageFile.of(
            "test_it.py",
            """
            import asyncio


            async def test_it():
                await asyncio.sleep(0)
            """));
  }

  @Test
  void markOfAConftestForTestsOfAnyio(Workbench bench) {
    assertFixed(
        bench,
        "@pytest.mark.anyio\nasync def test_it",
        PageFile.of("conftest.py", "import pytest\n\npytestmark = [pytest.mark.anyio]\n"),
        PageFile.of(
            "test_it.py",
            """
            import pytest


            @pytest.mark.anyio
            async def test_marked():
                assert True


            async def test_it():
                assert True
            """));
  }

  @Test
  void runningLoopInAMethodUnderTheMarkOfItsModule(Workbench bench) {
    assertFixed(
        bench,
        "    async def test_it(self):",
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest

            pytestmark = pytest.mark.asyncio


            async def test_other():
                await asyncio.sleep(0)


            class TestIt:
                def test_it(self):
                    assert asyncio.get_running_loop().is_running()
            """));
  }

  @Test
  void backendThatNobodyReadsAndThatIsAsyncio(Workbench bench) {
    assertFixed(
        bench,
        "import asyncio\n\n\nasync def test_it",
        AUTO,
        PageFile.of(
            "test_it.py",
            """
            import asyncio

            import pytest


            @pytest.fixture
            def anyio_backend():
                return "asyncio"


            async def test_it():
                await asyncio.sleep(0)
            """));
  }

  private static void assertFixed(Workbench bench, String written, PageFile... files) {
    FixedExample fixed = FixedExample.of("", new PageCase("", List.of(files), List.of()));
    assertThat(fixed.left()).isEmpty();
    assertThat(fixed.suite().files())
        .extracting(PageFile::text)
        .anyMatch(it -> it.contains(written));
    new PageTrial("", fixed.suite(), "newest", List.of(), List.of()).assertHolds(bench);
  }
}
