package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pytest itself says what it collects: the marks of each test, its closure, where each fixture
 * comes from, its loop scope and its backends. The model says the same.
 */
@ExtendWith(WorkbenchOfEachTest.class)
class SuiteModelAgreementIT {
  private static final String PLUGIN =
      """
      import inspect
      import os
      import pytest

      def place(function):
          function = inspect.unwrap(getattr(function, "__func__", function))
          code = function.__code__
          return f"{os.path.relpath(os.path.realpath(code.co_filename), BASE)}:{code.co_firstlineno}"

      def shown(mark):
          scope = mark.kwargs.get("loop_scope", mark.kwargs.get("scope"))
          return f"{mark.name}({scope})" if mark.name == "asyncio" and scope else mark.name

      def ours(item):
          definitions = item._fixtureinfo.name2fixturedefs
          for name in item._fixtureinfo.names_closure:
              if name in definitions:
                  where = place(definitions[name][-1].func)
                  if not where.startswith(".."):
                      yield f"{name}@{where}"

      @pytest.hookimpl(trylast=True)
      def pytest_collection_finish(session):
          tests = {}
          for item in session.items:
              owner = item.cls.__name__ + "." if item.cls else ""
              key = f"{os.path.relpath(item.path, BASE)} {owner}{item.originalname}"
              line = " ".join([
                  "marks=" + ",".join(
                      shown(mark) for mark in item.iter_markers() if mark.name != "usefixtures"),
                  "fixtures=" + ",".join(ours(item)),
                  "loop=" + getattr(item, "_loop_scope", "-"),
              ])
              backend = item.callspec.params.get("anyio_backend") if hasattr(item, "callspec") else None
              backend = backend if isinstance(backend, str) or backend is None else backend[0]
              tests.setdefault((key, line), []).append(backend)
          for (key, line), backends in sorted(tests.items()):
              named = ",".join(backends) if backends[0] else "-"
              print(f"@ {key} {line} backends={named}")
      """;

  /**
   * A suite.
   *
   * @param name what is special about it
   * @param files paths and contents by turns
   */
  record Layout(String name, List<String> files) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Layout layout(String name, String... files) {
    return new Layout(name, List.of(files));
  }

  static Stream<Layout> layouts() {
    return Stream.of(
        layout(
            "conftests, plugins and imports",
            "pytest.ini",
            "[pytest]\nusefixtures = ini_used\n",
            "conftest.py",
            """
            import functools, pytest, pytest_asyncio
            from shared.more import *
            from shared.more import renamed as better
            pytest_plugins = ["shared.one"]
            session_fixture = functools.partial(
                pytest_asyncio.fixture, scope="session", loop_scope="session")
            @pytest.fixture(autouse=True)
            def auto(ini_used): ...
            @pytest.fixture
            def ini_used(): ...
            @session_fixture
            async def pool(): yield 1
            @session_fixture(name="other_pool")
            async def make_other(pool): return 1
            @pytest_asyncio.fixture
            async def client(pool): yield
            def make(): return 1
            made = pytest.fixture(make)
            module_made = pytest_asyncio.fixture(make, scope="module")
            @pytest.fixture
            def value(): return 1
            """,
            "shared/__init__.py",
            "",
            "shared/one.py",
            """
            import pytest
            pytest_plugins = "shared.two"
            @pytest.fixture
            def from_one(from_two): ...
            """,
            "shared/two.py",
            """
            import pytest
            @pytest.fixture
            def from_two(): ...
            """,
            "shared/more.py",
            """
            import pytest
            @pytest.fixture
            def star(): ...
            @pytest.fixture
            def renamed(): ...
            """,
            "sub/conftest.py",
            """
            import pytest
            @pytest.fixture
            def value(value, from_one): return value
            @pytest.fixture
            def client(): return "sync"
            """,
            "sub/test_near.py",
            """
            import pytest
            from unittest.mock import patch
            @pytest.fixture
            def value(value, star): return value
            def test_value(value, better): ...
            @pytest.mark.asyncio
            async def test_made(other_pool, made, module_made, client): ...
            @pytest.mark.parametrize("value,other", [(1, 2)])
            def test_direct(value, other): ...
            @pytest.mark.parametrize("value", [1], indirect=True)
            def test_indirect(value): ...
            @pytest.mark.usefixtures("star")
            @patch("os.getcwd")
            def test_patched(getcwd, client): ...
            """,
            "test_far.py",
            """
            def test_far(client, value): ...
            """),
        layout(
            "classes, bases and marks",
            "pytest.ini",
            "[pytest]\nasyncio_default_test_loop_scope = module\nmarkers =\n  slow\n",
            "conftest.py",
            """
            import pytest, pytest_asyncio
            @pytest_asyncio.fixture(scope="session")
            async def pool(): ...
            """,
            "base.py",
            """
            import pytest, pytest_asyncio
            class Mixin:
                pytestmark = pytest.mark.asyncio(loop_scope="session")
                @pytest_asyncio.fixture(loop_scope="class")
                async def from_mixin(self, pool): ...
                async def test_in_mixin(self, from_mixin): ...
            class Base(Mixin):
                @pytest.fixture(autouse=True)
                def base_auto(self, pool): ...
                async def test_in_base(self): ...
            class TestImported:
                async def test_imported(self): ...
            def test_imported_function(pool): ...
            """,
            "test_classes.py",
            """
            import abc, unittest
            import pytest
            from base import Base, TestImported, test_imported_function
            pytestmark = [pytest.mark.asyncio(loop_scope="class"), pytest.mark.slow]
            session = pytest.mark.asyncio(loop_scope="session")
            @session
            async def test_named_mark(): ...
            @pytest.mark.asyncio
            async def test_bare_mark(): ...
            @pytest.mark.asyncio(loop_scope="session")
            @pytest.mark.asyncio(loop_scope="package")
            async def test_two_marks(): ...
            class TestSub(Base):
                @pytest.mark.asyncio(loop_scope="function")
                async def test_own(self): ...
                async def test_none(self, pool): ...
            @pytest.mark.asyncio(loop_scope="module")
            class TestDecorated(Base):
                pytestmark = pytest.mark.slow
                async def test_none(self): ...
                class TestNested:
                    @staticmethod
                    async def test_static(pool): ...
            class TestWithConstructor:
                def __init__(self): ...
                def test_never(self): ...
            class TestOff:
                __test__ = False
                def test_never(self): ...
            class TestAbstract(abc.ABC):
                @abc.abstractmethod
                def make(self): ...
                def test_concrete(self): ...
            class TestConcrete(TestAbstract):
                def make(self): ...
            class Legacy(unittest.TestCase):
                def test_unittest(self): ...
            """),
        layout(
            "auto mode with a hook",
            "pytest.ini",
            "[pytest]\nasyncio_mode = auto\n",
            "conftest.py",
            """
            import pytest
            from pytest_asyncio import is_async_test
            def pytest_collection_modifyitems(items):
                mark = pytest.mark.asyncio(loop_scope="session")
                for item in [item for item in items if is_async_test(item)]:
                    item.add_marker(mark, append=False)
            """,
            "test_auto.py",
            """
            import pytest
            async def test_bare(): ...
            @pytest.mark.asyncio(loop_scope="class")
            async def test_marked(): ...
            def test_sync(): ...
            """),
        layout(
            "backends of anyio",
            "conftest.py",
            """
            import pytest
            @pytest.fixture
            async def client(anyio_backend): ...
            """,
            "test_default.py",
            """
            import pytest
            pytestmark = pytest.mark.anyio
            async def test_default(): ...
            async def test_client(client): ...
            @pytest.mark.parametrize("anyio_backend", ["trio"])
            async def test_parametrized(client): ...
            def test_sync(): ...
            """,
            "own/conftest.py",
            """
            import pytest
            @pytest.fixture(
                scope="session",
                params=[pytest.param(("asyncio", {"debug": True}), id="debug"), "trio"])
            def anyio_backend(request): return request.param
            """,
            "own/test_own.py",
            """
            import pytest
            @pytest.mark.anyio
            class TestOwn:
                async def test_both(self, client): ...
                @pytest.mark.parametrize("n", [1])
                async def test_n(self, n): ...
            """));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void modelSaysWhatPytestCollects(Layout layout, Workbench bench) throws IOException {
    Directories.delete(bench.place());
    Path base = bench.place().resolve("base").toAbsolutePath();
    for (int at = 0; at < layout.files().size(); at += 2) {
      write(base.resolve(layout.files().get(at)), layout.files().get(at + 1));
    }
    write(
        base.resolve("requirements.txt"),
        String.join("\n", PageEnvironments.requirements("newest")) + "\n");
    write(bench.place().resolve("plugin/collected.py"), PLUGIN.replace("BASE", "'" + base + "'"));
    assertThat(modelled(base)).isEqualTo(collected(bench, base)).isNotEmpty();
  }

  private static List<String> collected(Workbench bench, Path base) {
    Venv venv = bench.venvs().of(bench.python(), PageEnvironments.requirements("newest"));
    List<String> words = List.of("-p", "collected", "--collect-only", "-q", "-W", "ignore");
    Command command =
        venv.module("pytest", words)
            .in(base)
            .with("PYTHONPATH", bench.place().toAbsolutePath().resolve("plugin").toString());
    return bench
        .forks()
        .run(command)
        .output()
        .lines()
        .filter(line -> line.startsWith("@"))
        .toList();
  }

  private static List<String> modelled(Path base) {
    List<String> lines = new ArrayList<>();
    for (SuiteModel model : SuiteModel.read(base, List.of(base))) {
      model.tests().forEach(test -> lines.add(line(model, test)));
    }
    return lines.stream().sorted().toList();
  }

  private static String line(SuiteModel model, Test test) {
    String owner = test.collectedBy().map(SuiteClass::name).map(it -> it + ".").orElse("");
    String loop = model.loopScope(test).toOptional().map(Scope::word).orElse("-");
    String backends =
        model.closure(test).has("anyio_backend")
            ? String.join(",", model.backends(test).toOptional().orElse(List.of("?")))
            : "-";
    return "@ %s %s%s marks=%s fixtures=%s loop=%s backends=%s"
        .formatted(
            test.collectedIn().path(),
            owner,
            test.name(),
            marks(model, test),
            fixtures(model, test),
            loop,
            backends);
  }

  private static String marks(SuiteModel model, Test test) {
    List<String> marks =
        test.marks().stream()
            .filter(mark -> !mark.name().equals("usefixtures"))
            .map(mark -> shown(model, mark))
            .collect(Collectors.toCollection(ArrayList::new));
    // Auto mode puts a bare mark behind the others of a test that has none when it is collected.
    boolean early = test.marks("asyncio").size() > 1;
    if (model.asyncioMode().is(AsyncioMode.AUTO) && test.isAsync() && !early) {
      marks.add("asyncio");
    }
    return String.join(",", marks);
  }

  private static String shown(SuiteModel model, Mark mark) {
    return mark.name()
        + mark.keyword("loop_scope")
            .flatMap(it -> model.resolver().string(mark.file(), it).toOptional())
            .map(it -> "(" + it + ")")
            .orElse("");
  }

  /** The nearest fixture of each name, with the line of its first decorator. */
  private static String fixtures(SuiteModel model, Test test) {
    return model.closure(test).fixtures().stream()
        .collect(
            Collectors.toMap(Fixture::name, it -> it, (near, outer) -> near, LinkedHashMap::new))
        .values()
        .stream()
        .map(it -> it.name() + "@" + it.file().path() + ":" + firstLine(it))
        .collect(Collectors.joining(","));
  }

  private static int firstLine(Fixture fixture) {
    int start =
        fixture.function().decorators().isEmpty()
            ? fixture.function().start()
            : fixture.function().decorators().get(0).start();
    return fixture.file().source().lineAt(start);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
