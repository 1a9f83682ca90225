package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Suites that are pinned to old releases are green there and red with the newest; the fixes of
 * {@code --upgrade} make them green with the newest, and clean once the pins are raised.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class MigratedSuitesIT {
  @Test
  void eventLoopInAsyncTestsSyncTestsAndSyncFixtures(Workbench bench) {
    assertMigrated(
        bench,
        "5 passed",
        "5 errors",
        PageFile.of(
            "conftest.py",
            """
            import asyncio

            import pytest


            class Server:
                async def start(self):
                    self.loop = asyncio.get_running_loop()
                    return self

                async def stop(self):
                    assert self.loop is asyncio.get_running_loop()


            @pytest.fixture
            def server(event_loop):
                server = Server()
                event_loop.run_until_complete(server.start())
                yield server
                event_loop.run_until_complete(server.stop())


            @pytest.fixture
            def loop(event_loop):
                return event_loop
            """),
        PageFile.of(
            "test_server.py",
            """
            import asyncio

            import pytest


            @pytest.mark.asyncio
            async def test_server(server):
                assert server.loop is asyncio.get_running_loop()


            @pytest.mark.asyncio
            async def test_loop(loop):
                assert loop is asyncio.get_running_loop()


            def test_sync(event_loop):
                async def one():
                    return 1

                assert event_loop.run_until_complete(one()) == 1


            @pytest.mark.asyncio
            async def test_task(event_loop):
                await event_loop.create_task(asyncio.sleep(0))


            class TestServer:
                @pytest.mark.asyncio
                async def test_method(self, event_loop):
                    assert event_loop.is_running()
            """));
  }

  @Test
  void loopsThatSyncCodeAsksForBehindAnOverride(Workbench bench) {
    assertMigrated(
        bench,
        "4 passed",
        "2 failed, 1 passed, 1 error",
        PageFile.of(
            "test_pool.py",
            """
            import asyncio

            import pytest
            import pytest_asyncio


            @pytest.fixture(scope="module")
            def event_loop():
                policy = asyncio.get_event_loop_policy()
                loop = policy.new_event_loop()
                yield loop
                loop.close()


            @pytest_asyncio.fixture(scope="module")
            async def pool():
                pool = asyncio.Queue(maxsize=1)
                waiting = asyncio.ensure_future(pool.get())
                await asyncio.sleep(0)
                yield pool
                waiting.cancel()


            @pytest.mark.asyncio
            async def test_pool(pool):
                taking = asyncio.ensure_future(pool.get())
                await asyncio.sleep(0)
                await pool.put(1)
                await pool.put(2)
                assert await asyncio.wait_for(taking, 1) == 2
            """),
        PageFile.of(
            "test_time.py",
            """
            import asyncio

            import pytest


            @pytest.fixture
            def now():
                return asyncio.get_event_loop().time()


            @pytest.mark.asyncio
            async def test_first():
                await asyncio.sleep(0)


            @pytest.mark.asyncio
            async def test_now(now):
                assert now


            def test_sync():
                loop = asyncio.get_event_loop()
                loop.run_until_complete(asyncio.sleep(0))
            """));
  }

  private static void assertMigrated(
      Workbench bench, String before, String upgraded, PageFile... files) {
    PageCase pinned = pinned("pytest==7.4.4\npytest-asyncio==0.21.1\n", List.of(files));
    new PageTrial("", pinned, "pytest-asyncio-0.21", List.of(), List.of(before)).assertHolds(bench);
    // Python 3.11 may fail to parse what a traceback shows while it warns of an open loop.
    new PageTrial("", pinned, "newest", List.of("--tb=no"), List.of(upgraded)).assertHolds(bench);
    FixedExample migrated = FixedExample.migrated(pinned);
    assertThat(migrated.left()).isEmpty();
    new PageTrial("", migrated.suite(), "newest", List.of(), List.of()).assertHolds(bench);
    PageCase raised =
        pinned(
            "pytest>=9\npytest-asyncio>=1.4\n",
            migrated.suite().files().subList(1, files.length + 1));
    FixedExample checked = FixedExample.of("", raised);
    assertThat(checked.left()).isEmpty();
    assertThat(checked.suite().files()).isEqualTo(raised.files());
  }

  private static PageCase pinned(String requirements, List<PageFile> files) {
    List<PageFile> all = new ArrayList<>();
    all.add(PageFile.of("requirements.txt", requirements));
    all.addAll(files);
    return new PageCase("", all, List.of());
  }
}
