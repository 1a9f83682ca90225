package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What becomes of imports of the code under test that fail, as they make what needs a running loop.
 * Each fixed suite was run with aiohttp 3.14 and is green.
 */
class FixedFailingImportsTest {
  private static final String TESTS =
      """
      import pytest
      from fetcher import fetch

      @pytest.mark.asyncio
      async def test_fetch():
          await fetch("/")

      @pytest.mark.asyncio
      async def test_fetch_again():
          await fetch("/")
      """;

  private static FixedExample fixed(String fetcher, String test) {
    List<PageFile> all =
        new ArrayList<>(
            List.of(
                PageFile.of("requirements.txt", "pytest\npytest-asyncio>=1.3\naiohttp>=3.10\n"),
                PageFile.of("fetcher.py", fetcher),
                PageFile.of("test_it.py", test)));
    return FixedExample.of("", new PageCase("", all, List.of()));
  }

  private static String text(FixedExample fixed, String path) {
    return fixed.suite().files().stream()
        .filter(it -> it.path().equals(path))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static void assertLeft(String fetcher, String test) {
    FixedExample fixed = fixed(fetcher, test);
    assertThat(text(fixed, "fetcher.py")).isEqualTo(fetcher);
    assertThat(fixed.left()).extracting(it -> it.rule().id()).contains("LS026");
  }

  @Test
  void sessionIsMadeForEachLoopThatAsksForIt() {
    FixedExample fixed =
        fixed(
            """
            \"""Fetches.\"""
            import aiohttp

            session = aiohttp.ClientSession(
                raise_for_status=True,
            )


            async def fetch(url):
                async with session.get(url) as answer:
                    return answer.status
            """,
            TESTS);
    assertThat(text(fixed, "fetcher.py"))
        .isEqualTo(
            """
            \"""Fetches.\"""
            import aiohttp
            import asyncio
            import weakref


            _session_of_loop = weakref.WeakKeyDictionary()


            def get_session():
                loop = asyncio.get_running_loop()
                if loop not in _session_of_loop:
                    _session_of_loop[loop] = aiohttp.ClientSession(
                        raise_for_status=True,
                    )
                return _session_of_loop[loop]


            async def fetch(url):
                async with get_session().get(url) as answer:
                    return answer.status
            """);
    assertThat(fixed.left()).isEmpty();
  }

  @Test
  void whoImportsTheNameAsksTheFunction() {
    FixedExample fixed =
        fixed(
            """
            import aiohttp

            class Fetcher:
                def __init__(self):
                    self.session = aiohttp.ClientSession()
                async def fetch(self, url):
                    async with self.session.get(url) as answer:
                        return answer.status

            fetcher = Fetcher()
            """,
            """
            import pytest
            from fetcher import Fetcher, fetcher

            @pytest.mark.asyncio
            async def test_fetch():
                assert await fetcher.fetch("/") == 200
            """);
    assertThat(text(fixed, "test_it.py"))
        .isEqualTo(
            """
            import pytest
            from fetcher import Fetcher, get_fetcher

            @pytest.mark.asyncio
            async def test_fetch():
                assert await get_fetcher().fetch("/") == 200
            """);
    assertThat(fixed.left()).isEmpty();
  }

  @Test
  void importThatFailsKeepsNothingForATestToFind() {
    String fetcher =
        """
        import aiohttp
        class Fetcher:
            def __init__(self):
                self.session = aiohttp.ClientSession()
        fetchers = [Fetcher()]
        async def fetch(url):
            await fetchers[0].session.get(url)
        """;
    List<Finding> left = fixed(fetcher, TESTS).left();
    assertThat(left).hasSize(1);
    assertThat(left.get(0).remedy())
        .startsWith("make it where a loop runs: in the async function that uses it, or once for");
  }

  @Test
  void moduleThatUsesItItselfIsLeft() {
    assertLeft(
        """
        import aiohttp
        session = aiohttp.ClientSession()
        get = session.get
        async def fetch(url):
            await get(url)
        """,
        TESTS);
  }

  @Test
  void attributeOfTheModuleIsLeft() {
    assertLeft(
        """
        import aiohttp
        session = aiohttp.ClientSession()
        async def fetch(url):
            await session.get(url)
        """,
        TESTS + "\n\ndef test_it():\n    import fetcher\n    assert fetcher.session.closed\n");
  }

  @Test
  void nameThatIsTakenIsLeft() {
    assertLeft(
        """
        import aiohttp
        session = aiohttp.ClientSession()
        def get_session():
            return session
        async def fetch(url):
            await session.get(url)
        """,
        TESTS);
  }

  @Test
  void syncFixtureThatGivesItIsLeft() {
    assertLeft(
        """
        import aiohttp
        session = aiohttp.ClientSession()
        async def fetch(url):
            await session.get(url)
        """,
        TESTS
            + """
            from fetcher import session

            @pytest.fixture(autouse=True)
            def shared():
                return session
            """);
  }
}
