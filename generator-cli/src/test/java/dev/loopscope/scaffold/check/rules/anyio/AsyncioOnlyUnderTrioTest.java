package dev.loopscope.scaffold.check.rules.anyio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What tests call raises on trio, or does not. Each case was run with anyio 4.16 and trio 0.35 on
 * both backends.
 */
class AsyncioOnlyUnderTrioTest {
  private static final String HEAD =
      """
      import asyncio
      import contextlib
      import anyio
      import pytest

      @pytest.fixture(params=["asyncio", "trio"])
      def anyio_backend(request):
          return request.param

      pytestmark = pytest.mark.anyio

      """;

  @TempDir Path directory;

  private static final String CLOCK =
      """
      class Waiter:
          @property
          def now(self):
              return asyncio.get_running_loop().time()
          async def wait(self):
              await asyncio.sleep(0.01)

      class Clock:
          def __init__(self):
              self.waiter = Waiter()
          async def tick(self):
              await self.waiter.wait()

      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        @pytest.fixture
        def clock():
            return Clock()

        async def test_it(clock):
            await clock.tick()
        """,
        """
        @pytest.fixture
        def clock():
            return Clock()

        async def test_it(clock):
            await clock.waiter.wait()
        """,
        """
        @pytest.fixture
        def clock():
            return Waiter()

        async def test_it(clock):
            assert clock.now > 0
        """,
        """
        clock = Clock()

        async def test_it(anyio_backend):
            await clock.tick()
        """,
        """
        @pytest.fixture
        def clock():
            return Clock()

        @pytest.fixture
        async def ticked(clock):
            await clock.tick()

        async def test_it(ticked):
            pass
        """,
        """
        class Wait:
            async def __call__(self):
                await asyncio.sleep(0.01)

        class Service:
            def __init__(self, wait):
                self.wait = wait
            async def load(self):
                await self.wait()

        @pytest.fixture
        def service():
            return Service(Wait())

        async def test_it(service):
            await service.load()
        """
      })
  void objectOrOneThatItHoldsRaises(String code) {
    assertThat(places(CLOCK + code)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        class Fake:
            async def wait(self): ...

        @pytest.fixture
        def clock():
            clock = Clock()
            clock.waiter = Fake()
            return clock

        async def test_it(clock):
            await clock.tick()
        """,
        """
        class Fake:
            async def wait(self): ...

        @pytest.fixture
        def clock(monkeypatch):
            clock = Clock()
            monkeypatch.setattr(clock, "waiter", Fake())
            return clock

        async def test_it(clock):
            await clock.tick()
        """,
        """
        @pytest.fixture
        def clock():
            return Clock()

        async def test_it(clock, anyio_backend_name):
            if anyio_backend_name == "asyncio":
                await clock.tick()
        """,
        """
        @pytest.fixture
        def clock():
            return Waiter()

        async def test_it(clock):
            with pytest.raises(RuntimeError):
                clock.now
        """
      })
  void objectThatIsAnotherOrIsNotAskedDoesNot(String code) {
    assertThat(places(CLOCK + code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        async def both(function):
            await asyncio.gather(function(), function())

        async def nothing(): ...

        async def test_it(anyio_backend):
            await both(nothing)
        """,
        """
        @pytest.fixture
        async def settled(anyio_backend):
            await asyncio.sleep(0.01)

        async def test_it(settled):
            pass
        """,
        """
        async def test_it(anyio_backend_name, anyio_backend_options):
            await asyncio.sleep(0.01)
        """,
        """
        def current():
            return asyncio.get_running_loop()

        async def test_it():
            assert current()
        """,
        """
        def current():
            return asyncio.get_running_loop()

        def spawn():
            return current().create_task(anyio.sleep(0))

        async def test_it():
            await spawn()
        """,
        """
        class Service:
            def __init__(self):
                self.task = asyncio.create_task(anyio.sleep(0))

        async def test_it():
            assert Service()
        """,
        """
        class Service:
            async def start(self):
                await asyncio.sleep(0.01)

        async def test_it():
            service = Service()
            await service.start()
        """,
        """
        class Service:
            async def start(self):
                await self.settle()

            async def settle(self):
                await asyncio.sleep(0.01)

        async def test_it():
            await Service().start()
        """,
        """
        class Service:
            async def __aenter__(self):
                await asyncio.sleep(0.01)
                return self

            async def __aexit__(self, *error):
                pass

        async def test_it():
            async with Service() as service:
                assert service
        """,
        """
        @contextlib.asynccontextmanager
        async def running():
            await asyncio.sleep(0.01)
            yield 1

        async def test_it():
            async with running() as one:
                assert one
        """,
        """
        async def test_it():
            async with contextlib.AsyncExitStack() as stack:
                await stack.enter_async_context(asyncio.timeout(1))
        """,
        """
        class TestIt:
            async def pause(self):
                await asyncio.sleep(0.01)

            async def test_it(self):
                await self.pause()
        """,
        """
        from asyncio import create_task as spawn

        async def test_it():
            await spawn(anyio.sleep(0))
        """,
        """
        async def test_it():
            import asyncio as aio
            await aio.sleep(0.01)
        """,
        """
        class Service:
            async def start(self):
                await asyncio.sleep(0.01)

        @pytest.fixture
        async def service():
            service = Service()
            await service.start()
            yield service

        async def test_it(service):
            assert service
        """,
        """
        @pytest.fixture
        async def service():
            yield 1
            await asyncio.sleep(0.01)

        async def test_it(service):
            assert service
        """,
        """
        class Service:
            @classmethod
            async def create(cls):
                await asyncio.sleep(0.01)
                return cls()

        async def test_it():
            assert await Service.create()
        """
      })
  void raisesOnTrio(String module) {
    assertThat(places(module)).singleElement().asString().endsWith(" error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        class Guard:
            def __enter__(self):
                return self

            def __exit__(self, *error):
                return True

        async def test_it():
            with contextlib.ExitStack() as stack:
                stack.enter_context(Guard())
                await asyncio.sleep(0.01)
        """,
        """
        class Guard:
            def __enter__(self):
                return self

            def __exit__(self, *error):
                return True

        def guarded(stack):
            stack.enter_context(Guard())

        async def test_it():
            with contextlib.ExitStack() as stack:
                guarded(stack)
                await asyncio.sleep(0.01)
        """,
        """
        async def test_it():
            with contextlib.ExitStack() as stack:
                stack.push(lambda *error: True)
                await asyncio.sleep(0.01)
        """,
        """
        class Connection:
            def __new__(cls):
                return object()

            def __init__(self):
                asyncio.get_running_loop()

        class Derived(Connection):
            pass

        async def test_it():
            assert Connection() is not Derived()
        """,
        """
        class Meta(type):
            def __call__(cls):
                return 1

        class Connection(metaclass=Meta):
            def __init__(self):
                asyncio.get_running_loop()

        async def test_it():
            assert Connection() == 1
        """,
        """
        def replaced(type):
            return lambda: 1

        @replaced
        class Connection:
            def __init__(self):
                asyncio.get_running_loop()

        async def test_it():
            assert Connection() == 1
        """,
        """
        async def pause():
            await asyncio.sleep(0.01)

        async def test_it():
            pause().close()
        """,
        """
        async def pause():
            await asyncio.sleep(0.01)

        async def test_it():
            asyncio.run(pause())
        """,
        """
        async def pause(much):
            if much:
                await asyncio.sleep(0.01)

        async def test_it():
            await pause(0)
        """,
        """
        given = 1

        async def test_it():
            assert given or asyncio.create_task(anyio.sleep(0))
        """,
        """
        class Asyncio:
            async def pause(self):
                await asyncio.sleep(0.01)

        class Anyio:
            async def pause(self):
                await anyio.sleep(0)

        async def test_it(anyio_backend_name):
            await (Asyncio() if anyio_backend_name == "asyncio" else Anyio()).pause()
        """,
        """
        async def pause():
            await asyncio.sleep(0.01)

        async def quiet():
            try:
                await pause()
            except RuntimeError:
                pass

        async def test_it():
            await quiet()
        """,
        """
        async def test_it():
            with contextlib.ExitStack() as stack:
                stack.enter_context(contextlib.suppress(RuntimeError))
                await asyncio.sleep(0.01)
        """,
        """
        import sniffio

        async def pause():
            if sniffio.current_async_library() == "trio":
                return
            await asyncio.sleep(0.01)

        async def test_it():
            await pause()
        """,
        """
        class Base:
            async def pause(self):
                await asyncio.sleep(0.01)

            async def test_it(self):
                await self.pause()

        class TestIt(Base):
            async def pause(self):
                await anyio.sleep(0)
        """,
        """
        def pause():
            asyncio.run(asyncio.sleep(0))

        async def test_it():
            await anyio.to_thread.run_sync(pause)
        """,
        """
        @contextlib.asynccontextmanager
        async def running():
            await asyncio.sleep(0.01)
            yield 1

        async def test_it():
            assert running()
        """,
        """
        async def test_it():
            later = lambda: asyncio.get_running_loop()
            assert later
        """,
        """
        def quiet(function):
            async def wrapped(*arguments):
                try:
                    await function(*arguments)
                except RuntimeError:
                    pass
            return wrapped

        @quiet
        async def pause():
            await asyncio.sleep(0.01)

        async def test_it():
            await pause()
        """,
        """
        async def test_it():
            later = (asyncio.get_running_loop() for _ in range(3))
            assert later
        """,
        """
        async def test_it():
            async with contextlib.AsyncExitStack() as stack:
                with pytest.raises(RuntimeError):
                    await asyncio.sleep(0.01)
        """,
        """
        async def asyncio_pause():
            await asyncio.sleep(0.01)

        pauses = {"asyncio": asyncio_pause, "trio": anyio.lowlevel.checkpoint}

        async def test_it(anyio_backend_name):
            await pauses[anyio_backend_name]()
        """,
        """
        async def asyncio_pause():
            await asyncio.sleep(0.01)

        async def test_it(anyio_backend_name):
            pause = anyio.lowlevel.checkpoint
            if anyio_backend_name == "asyncio":
                pause = asyncio_pause
            await pause()
        """,
        """
        async def asyncio_pause():
            await asyncio.sleep(0.01)

        async def call(function):
            await function()

        async def test_it():
            await call(anyio.lowlevel.checkpoint)
        """,
        """
        async def worker():
            await anyio.sleep(0)
            await asyncio.sleep(10)

        async def test_it():
            async with anyio.create_task_group() as group:
                group.start_soon(worker)
                group.cancel_scope.cancel()
        """
      })
  void passesOnTrio(String module) {
    assertThat(places(module)).isEmpty();
  }

  @Test
  void aFunctionOfAnotherFileIsTheCauseOfAllThatFails() {
    JudgedSuite suite =
        new JudgedSuite(directory)
            .with("requirements.txt", "pytest\nanyio[trio]\n")
            .with("pytest.ini", "[pytest]\npythonpath = .\n")
            .with(
                "service.py",
                """
                import asyncio

                class Service:
                    async def start(self):
                        self.task = self.spawn()

                    def spawn(self):
                        return asyncio.create_task(asyncio.sleep(60))
                """)
            .with(
                "test_it.py",
                HEAD
                    + """
                    from service import Service

                    async def test_first():
                        await Service().start()

                    async def test_second():
                        service = Service()
                        await service.start()
                    """);
    assertThat(suite.places("LS036")).containsExactly("test_it.py:15 error", "test_it.py:19 error");
    assertThat(suite.findings())
        .extracting(it -> it.location().path() + ":" + it.location().line())
        .containsExactly("service.py:8");
  }

  private List<String> places(String module) {
    return new JudgedSuite(directory)
        .with("requirements.txt", "pytest\nanyio[trio]\n")
        .with("pytest.ini", "[pytest]\n")
        .with("test_it.py", HEAD + module)
        .places("LS036");
  }
}
