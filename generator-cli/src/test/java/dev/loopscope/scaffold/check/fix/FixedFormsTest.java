package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --unsafe-fixes} makes of a suite, and of what it keeps its hands off. */
class FixedFormsTest {
  private static final String POLICIES =
      """
      import asyncio

      import pytest
      import uvloop


      @pytest.fixture(scope="session", params=%s)
      def event_loop_policy(request):
          return %s
      """;
  private static final PageFile LOOP_TEST =
      PageFile.of(
          "test_loop.py",
          """
          import pytest


          @pytest.mark.asyncio
          async def test_loop():
              assert True
          """);

  private static String hook(String params, String returned, String requirement) {
    return fixed(
        "conftest.py",
        PageFile.of("requirements.txt", requirement + "\n"),
        PageFile.of("pytest.ini", "[pytest]\nfilterwarnings = error\n"),
        PageFile.of("conftest.py", POLICIES.formatted(params, returned)),
        LOOP_TEST);
  }

  private static String fixed(String path, PageFile... files) {
    return FixedExample.of("", new PageCase("", List.of(files), List.of())).suite().files().stream()
        .filter(it -> it.path().equals(path))
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Test
  void classesOfPoliciesBecomeOneFactoryEach() {
    assertThat(
            hook(
                "(asyncio.DefaultEventLoopPolicy, uvloop.EventLoopPolicy), ids=[\"a\", \"u\"]",
                "request.param()",
                "pytest-asyncio>=1.4"))
        .isEqualTo(
            """
            import asyncio

            import uvloop


            def pytest_asyncio_loop_factories(config, item):
                return {"a": asyncio.new_event_loop, "u": uvloop.new_event_loop}
            """);
  }

  @Test
  void hookIsOptionalWhereAnAllowedVersionRefusesIt() {
    assertThat(
            hook(
                "[pytest.param(uvloop.EventLoopPolicy(), id=\"fast\"),"
                    + " asyncio.DefaultEventLoopPolicy()]",
                "request.param",
                "pytest-asyncio>=1.0"))
        .isEqualTo(
            """
            import asyncio

            import pytest
            import uvloop


            @pytest.hookimpl(optionalhook=True)
            def pytest_asyncio_loop_factories(config, item):
                return {"fast": uvloop.new_event_loop, "asyncio": asyncio.new_event_loop}
            """);
  }

  @Test
  void paramsThatAreNoPoliciesStay() {
    String params = "[\"asyncio\", \"uvloop\"]";
    assertThat(hook(params, "make(request.param)", "pytest-asyncio>=1.4"))
        .isEqualTo(POLICIES.formatted(params, "make(request.param)"));
    assertThat(hook(params, "request.param", "pytest-asyncio>=1.4"))
        .isEqualTo(POLICIES.formatted(params, "request.param"));
  }

  @Test
  void marksOfParamsKeepTheFixture() {
    String params = "[pytest.param(uvloop.EventLoopPolicy(), marks=pytest.mark.slow)]";
    assertThat(hook(params, "request.param", "pytest-asyncio>=1.4"))
        .isEqualTo(POLICIES.formatted(params, "request.param"));
  }

  private static final String USERS =
      """
      import asyncio

      import pytest


      @pytest.fixture
      def anyio_backend():
          return "asyncio"


      @pytest.fixture
      async def user():
          return "Ada"


      class TestUser:
          def test_is_there(self, user):
              %s
      """;

  @Test
  void syncTestsOfAnAsyncFixtureBecomeAnyiosInAProjectOfAnyioAlone() {
    assertThat(
            fixed("test_it.py", anyio(), PageFile.of("test_it.py", USERS.formatted("assert user"))))
        .endsWith(
            """
            class TestUser:
                @pytest.mark.anyio
                async def test_is_there(self, user):
                    assert user
            """);
  }

  @Test
  void testThatRunsALoopItselfStaysSync() {
    String test = USERS.formatted("assert asyncio.run(asyncio.sleep(0, user))");
    assertThat(fixed("test_it.py", anyio(), PageFile.of("test_it.py", test))).isEqualTo(test);
  }

  private static PageFile anyio() {
    return PageFile.of("requirements.txt", "pytest>=9\nanyio>=4.13\n");
  }

  private static final String SESSIONS =
      """
      import aiohttp
      import pytest

      connector = aiohttp.TCPConnector(
          limit=1,
      )


      @pytest.mark.asyncio
      @pytest.mark.parametrize("path", ["a", "b"])
      async def test_gets(path):
          %s


      %s
      """;

  private static String session(String use, String more, PageFile... others) {
    List<PageFile> files = new ArrayList<>(List.of(others));
    files.add(PageFile.of("requirements.txt", "pytest-asyncio>=1.2\naiohttp>=3.10\n"));
    files.add(PageFile.of("test_it.py", SESSIONS.formatted(use, more)));
    return fixed("test_it.py", files.toArray(PageFile[]::new));
  }

  @Test
  void objectOfATestModuleIsMadeInAFixtureThatItsUsersTake() {
    assertThat(session("aiohttp.ClientSession(connector=connector)", ""))
        .startsWith(
            """
            import aiohttp
            import pytest
            import pytest_asyncio


            @pytest_asyncio.fixture
            async def connector():
                return aiohttp.TCPConnector(
                    limit=1,
                )


            @pytest.mark.asyncio
            @pytest.mark.parametrize("path", ["a", "b"])
            async def test_gets(path, connector):
                aiohttp.ClientSession(connector=connector)
            """);
  }

  @Test
  void fixtureThatIsAddedHasTheLoopOfItsTests() {
    assertThat(
            session(
                "aiohttp.ClientSession(connector=connector)",
                "",
                PageFile.of("pytest.ini", "[pytest]\nasyncio_default_test_loop_scope = session\n")))
        .contains("@pytest_asyncio.fixture(loop_scope=\"session\")\nasync def connector():\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def helper():\n    return connector",
        "other = connector",
        "def test_sync(value=connector):\n    pass",
        "def test_sync():\n    global connector\n    connector = None",
        "@pytest.fixture(scope=\"module\")\ndef wide():\n    return connector",
        """
        class TestCase(__import__("unittest").TestCase):
            def test_it(self):
                connector\
        """,
        "text = \"test_it.connector\"",
      })
  void objectThatOtherCodeUsesStays(String other) {
    assertThat(session("connector.close()", other))
        .isEqualTo(SESSIONS.formatted("connector.close()", other));
  }

  @Test
  void objectOfAModuleThatAnotherOneImportsStays() {
    assertThat(
            session(
                "connector.close()",
                "",
                PageFile.of("conftest.py", "from test_it import connector\n")))
        .isEqualTo(SESSIONS.formatted("connector.close()", ""));
  }

  @Test
  void nameThatATestGivesAValueStays() {
    String own = "connector = aiohttp.TCPConnector()";
    assertThat(session(own, "")).isEqualTo(SESSIONS.formatted(own, ""));
  }

  private static final String ANSWERS =
      """
      import asyncio

      import pytest


      async def answer():
          return 42


      @pytest.mark.asyncio
      async def test_answer():
          loop = asyncio.get_event_loop()
          assert loop.run_until_complete(answer()) == %s
      """;

  @Test
  void loopThatNothingUsesAnyMoreIsNotAskedFor() {
    assertThat(answers("42"))
        .startsWith("import pytest\n")
        .endsWith("async def test_answer():\n    assert (await answer()) == 42\n");
  }

  @Test
  void loopThatIsUsedForMoreIsStillAskedFor() {
    assertThat(answers("len(str(loop))"))
        .endsWith(
            """
            async def test_answer():
                loop = asyncio.get_event_loop()
                assert (await answer()) == len(str(loop))
            """);
  }

  private static String answers(String expected) {
    return fixed(
        "test_it.py",
        PageFile.of("requirements.txt", "pytest-asyncio>=1.2\n"),
        PageFile.of("test_it.py", ANSWERS.formatted(expected)));
  }
}
