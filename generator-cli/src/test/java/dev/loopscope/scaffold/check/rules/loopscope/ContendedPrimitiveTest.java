package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two tests on loops of their own that do the same with a primitive of a session. It is bound by
 * the first one that really has to wait: then the second one fails, as it did in pytest for each of
 * these; where nobody has to wait, both pass, and the danger is no error.
 */
class ContendedPrimitiveTest {
  private static final String LATER = "loop = asyncio.get_running_loop()\n";

  @TempDir private Path directory;

  private List<String> found(String made, String test) {
    return new JudgedSuite(directory)
        .on(">=1.3")
        .test(
            """
            import contextlib
            async def fill(it):
                for number in range(2):
                    await it.put(number)
            async def work(it):
                async with it:
                    await asyncio.sleep(0)
            async def wake(it):
                async with it:
                    it.notify_all()
            async def serve(it):
                while True:
                    await it.get()
                    it.task_done()

            @pytest.fixture(scope="session")
            def it():
                return %s

            @pytest.mark.asyncio
            async def test_first(it):
                %s

            @pytest.mark.asyncio
            async def test_second(it):
                %s
            """
                .formatted(made, test.replace("\n", "\n    "), test.replace("\n", "\n    ")))
        .places("LS002");
  }

  static Stream<Arguments> waiting() {
    return Stream.of(
        Arguments.of("Queue()", LATER + "loop.call_later(0.01, it.put_nowait, 1)\nawait it.get()"),
        Arguments.of("Queue()", LATER + "loop.call_soon(lambda: it.put_nowait(1))\nawait it.get()"),
        Arguments.of(
            "Queue()", "task = asyncio.create_task(fill(it))\nawait it.get()\nawait it.get()"),
        Arguments.of("Queue()", "await asyncio.gather(it.get(), it.put(1))"),
        Arguments.of(
            "Queue()",
            "async with asyncio.TaskGroup() as group:\n    group.create_task(it.get())\n"
                + "    group.create_task(it.put(1))"),
        Arguments.of(
            "Queue()",
            "with pytest.raises(TimeoutError):\n    await asyncio.wait_for(it.get(), 0.01)"),
        Arguments.of(
            "Queue()",
            "with contextlib.suppress(asyncio.TimeoutError):\n"
                + "    async with asyncio.timeout(0.01):\n        await it.get()"),
        Arguments.of(
            "Queue()",
            "task = asyncio.create_task(serve(it))\nit.put_nowait(1)\nawait it.join()\n"
                + "task.cancel()"),
        Arguments.of(
            "Queue(maxsize=1)",
            "task = asyncio.create_task(fill(it))\nawait asyncio.sleep(0.01)\n"
                + "await it.get()\nawait it.get()\nawait task"),
        Arguments.of("Lock()", "await asyncio.gather(work(it), work(it))"),
        Arguments.of(
            "Lock()",
            LATER + "await it.acquire()\nloop.call_soon(it.release)\nasync with it:\n    pass"),
        Arguments.of("Semaphore(2)", "await asyncio.gather(*(work(it) for _ in range(3)))"),
        Arguments.of(
            "Event()", LATER + "it.clear()\nloop.call_later(0.01, it.set)\nawait it.wait()"),
        Arguments.of(
            "Condition()",
            "async with it:\n    task = asyncio.create_task(wake(it))\n    await it.wait()\n"
                + "await task"));
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of("Queue()", "it.put_nowait(1)\nawait it.get()"),
        Arguments.of("Queue()", "await fill(it)\nawait it.get()\nawait it.get()"),
        Arguments.of("Queue()", "await asyncio.gather(it.put(1), it.get())"),
        Arguments.of(
            "Queue()",
            LATER
                + "loop.call_later(0.01, it.put_nowait, 1)\nawait asyncio.sleep(0.1)\n"
                + "await it.get()"),
        // Before Python 3.12 what is waited for is a task of its own, which comes second.
        Arguments.of(
            "Queue()",
            "task = asyncio.create_task(it.put(1))\nawait asyncio.wait_for(it.get(), 1)\n"
                + "await task"),
        Arguments.of(
            "Queue()",
            "with contextlib.suppress(Exception):\n    await asyncio.wait_for(it.get(), 0.01)"),
        Arguments.of("Queue()", "if len(str(it)) > 3:\n    it.put_nowait(1)\nawait it.get()"),
        Arguments.of(
            "Queue()",
            "import threading\nthread = threading.Thread(target=it.put_nowait, args=(1,))\n"
                + "thread.start()\nthread.join()\nawait it.get()"),
        Arguments.of("Queue(maxsize=2)", "await fill(it)\nawait it.get()\nawait it.get()"),
        Arguments.of("Lock()", "async with it:\n    await asyncio.sleep(0)"),
        Arguments.of(
            "Lock()", "async with it:\n    task = asyncio.create_task(work(it))\nawait task"),
        Arguments.of("Semaphore(3)", "await asyncio.gather(*(work(it) for _ in range(3)))"),
        // The second test finds it set.
        Arguments.of("Event()", LATER + "loop.call_later(0.01, it.set)\nawait it.wait()"),
        Arguments.of("Event()", "it.set()\nawait it.wait()\nit.clear()"),
        Arguments.of("Condition()", "async with it:\n    await it.wait_for(lambda: True)"));
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void secondTestThatHasToWaitFails(String made, String test) {
    assertThat(found("asyncio." + made, test)).singleElement().asString().endsWith(" error");
  }

  @ParameterizedTest
  @MethodSource("passing")
  void testsThatNeverHaveToWaitAreInDangerOnly(String made, String test) {
    assertThat(found("asyncio." + made, test)).noneMatch(it -> it.endsWith(" error"));
  }

  private List<String> suite(String fixtures, String mark) {
    return new JudgedSuite(directory)
        .on(">=1.3")
        .test(
            """
            class Bus:
                def __init__(self):
                    self.queue = asyncio.Queue()
                async def receive(self):
                    return await self.queue.get()

            %s

            @pytest.mark.asyncio
            async def test_first(bus):
                asyncio.get_running_loop().call_soon(bus.queue.put_nowait, 1)
                await bus.receive()

            %s
            @pytest.mark.asyncio
            async def test_second(bus):
                asyncio.get_running_loop().call_soon(bus.queue.put_nowait, 1)
                await bus.receive()
            """
                .formatted(fixtures, mark))
        .places("LS002");
  }

  private static final String BUS =
      "@pytest.fixture(scope=\"module\")\ndef bus():\n    return Bus()";

  @Test
  void methodsOfTheObjectThatHoldsItAreFollowed() {
    assertThat(suite(BUS, "")).singleElement().asString().endsWith(" error");
    assertThat(suite(BUS.replace("module", "function"), "")).isEmpty();
  }

  @Test
  void anotherFixtureMayFillIt() {
    assertThat(
            suite(
                BUS
                    + "\n\n@pytest.fixture(autouse=True)\ndef filled(bus):\n"
                    + "    bus.queue.put_nowait(0)\n    yield\n",
                ""))
        .noneMatch(it -> it.endsWith(" error"));
  }

  @Test
  void itsOwnFixtureMayFillIt() {
    assertThat(
            suite(
                BUS.replace("return Bus()", "it = Bus()\n    it.queue.put_nowait(0)\n    return it")
                    + "\n",
                ""))
        .noneMatch(it -> it.endsWith(" error"));
  }

  @Test
  void testThatMayBeSkippedBindsNothingForSure() {
    assertThat(suite(BUS, "@pytest.mark.skipif(\"sys.platform == 'linux'\")"))
        .noneMatch(it -> it.endsWith(" error"));
  }

  private List<String> ofImport(String between) {
    return new JudgedSuite(directory)
        .on(">=1.3")
        .test(
            """
            jobs = asyncio.Queue()
            async def take():
                return await jobs.get()

            @pytest.mark.asyncio
            async def test_first():
                asyncio.get_running_loop().call_soon(jobs.put_nowait, 1)
                assert await take() == 1

            %s
            @pytest.mark.asyncio
            async def test_second():
                asyncio.get_running_loop().call_soon(jobs.put_nowait, 2)
                assert await take()
            """
                .formatted(between))
        .places("LS026");
  }

  @Test
  void queueOfAModuleFailsTheSecondTestThatWaits() {
    assertThat(ofImport("")).containsExactly("test_it.py:4 error");
  }

  @Test
  void queueOfAModuleThatAnybodyElseFillsMayFail() {
    assertThat(ofImport("def test_fills():\n    jobs.put_nowait(3)\n"))
        .containsExactly("test_it.py:4 warning");
    assertThat(ofImport("jobs.put_nowait(3)\n")).containsExactly("test_it.py:4 warning");
    assertThat(ofImport("def setup_function():\n    jobs.put_nowait(3)\n"))
        .containsExactly("test_it.py:4 warning");
    assertThat(
            ofImport(
                "@pytest.fixture(autouse=True)\ndef fills():\n    jobs.put_nowait(3)\n    yield\n"))
        .containsExactly("test_it.py:4 warning");
  }
}
