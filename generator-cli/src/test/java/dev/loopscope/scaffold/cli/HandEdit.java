package dev.loopscope.scaffold.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What people do to a suite that the first release wrote, all of it in places where today's
 * templates contradict nothing.
 */
public enum HandEdit {
  NOTHING {
    @Override
    List<String> to(SuiteTree suite, String resource) {
      return List.of();
    }
  },

  OWN_TESTS_AND_A_RENAMED_FILE {
    @Override
    List<String> to(SuiteTree suite, String resource) {
      suite.write("tests/orders/__init__.py", "\"\"\"Orders.\"\"\"\n");
      suite.write("tests/orders/test_orders.py", OWN_TESTS.replace("RESOURCE", resource));
      suite.move("tests/test_entries.py", "tests/test_greetings.py");
      suite.append("tests/test_greetings.py", "\n\nclass TestMore(LineServiceSuite):\n    pass\n");
      return List.of(
          "class TestOrders(LineServiceSuite):",
          "class TestMore(LineServiceSuite):",
          "cls.prefix = \"order\"");
    }
  },

  PINS_AND_SETTINGS {
    @Override
    List<String> to(SuiteTree suite, String resource) {
      suite.edit("pyproject.toml", "    \"pytest>=8.4,<10\",\n", "    \"pytest>=8.4.1,<10\",\n");
      suite.edit("pyproject.toml", "version = \"0.1.0\"", "version = \"3.2.1\"");
      suite.edit(
          "pyproject.toml", "xfail_strict = true", "xfail_strict = true\nlog_level = \"INFO\"");
      suite.append("pyproject.toml", "\n[tool.coverage.run]\nbranch = true\n");
      suite.edit("README.md", "## Run it", "Ask the orders team.\n\n## Run it");
      suite.append(".gitignore", "/notes/\n");
      return List.of(
          "pytest>=8.4.1,<10",
          "version = \"3.2.1\"",
          "log_level = \"INFO\"",
          "branch = true",
          "Ask the orders team.",
          "/notes/");
    }
  },

  SUPPORT_AND_FIXTURES_OF_THEIR_OWN {
    @Override
    List<String> to(SuiteTree suite, String resource) {
      suite.edit(
          "tests/support/line_service.py",
          "    async def _ask(",
          "    async def has(self, key: str) -> bool:\n        \"\"\"Whether it is there.\"\"\"\n"
              + "        return await self.get(key) is not None\n\n    async def _ask(");
      suite.append(
          "tests/conftest.py",
          "\n\n@pytest.fixture(scope=\"session\")\ndef orders() -> list[str]:\n"
              + "    \"\"\"All orders.\"\"\"\n    return [\"first\"]\n");
      suite.append(
          "tests/suites.py",
          "\n\nclass OrdersSuite(LineServiceSuite):\n    \"\"\"Tests of orders.\"\"\"\n");
      suite.write("tests/orders/__init__.py", "\"\"\"Orders.\"\"\"\n");
      suite.write("tests/orders/test_orders.py", OWN_KIND.replace("RESOURCE", resource));
      suite.move("tests/test_loop_contract.py", "tests/contract/test_loops.py");
      suite.write("tests/contract/__init__.py", "");
      return List.of(
          "async def has(self, key: str) -> bool:",
          "def orders() -> list[str]:",
          "class OrdersSuite(LineServiceSuite):",
          "class TestOrders(OrdersSuite):");
    }
  },

  DELETIONS_AND_LINE_ENDS_OF_WINDOWS {
    @Override
    List<String> to(SuiteTree suite, String resource) {
      suite.delete("README.md");
      suite.delete("tests/test_entries.py");
      suite.write("tests/orders/__init__.py", "");
      suite.write("tests/orders/test_orders.py", OWN_TESTS.replace("RESOURCE", resource));
      suite
          .texts()
          .forEach(
              (path, text) -> {
                if (path.endsWith(".py") || path.endsWith(".toml")) {
                  suite.write(path, text.replace("\n", "\r\n"));
                }
              });
      return List.of("class TestOrders(LineServiceSuite):\r\n");
    }
  },

  OWN_RESOURCE_BESIDE_THE_EXAMPLE {
    @Override
    List<String> to(SuiteTree suite, String resource) {
      suite.write("tests/support/ledger.py", LEDGER);
      String async =
          suite.text("tests/conftest.py").contains("import pytest_asyncio\n")
              ? suite
                  .text("tests/conftest.py")
                  .replaceAll("(?s).*?(@pytest_asyncio.fixture\\([^\\n]*).*", "$1")
              : suite
                  .text("tests/conftest.py")
                  .replaceAll("(?s).*(@pytest.fixture\\([^\\n]*).*", "$1");
      String backend = async.contains("asyncio") ? "" : "anyio_backend: object, ";
      suite.edit(
          "tests/conftest.py",
          "from tests.support.loop_contract",
          "from tests.support.ledger import Ledger, open_ledger\nfrom tests.support.loop_contract");
      suite.append(
          "tests/conftest.py",
          "\n\n"
              + async
              + "\nasync def ledger("
              + backend
              + "openings: Openings, request: pytest.FixtureRequest"
              + ") -> AsyncIterator[Ledger]:\n"
              + "    \"\"\"Open the ledger.\"\"\"\n    async with open_ledger() as opened:\n"
              + "        with openings.record(opened, request.node):\n"
              + "            yield opened\n");
      suite.write("tests/test_ledger.py", LEDGER_TESTS);
      return List.of(
          "async def ledger(",
          "class Ledger:",
          "async with open_ledger() as opened:",
          "class TestLedger(LineServiceSuite):");
    }
  },

  SERVICES_OF_A_TEAM {
    @Override
    List<String> to(SuiteTree suite, String resource) {
      SortedMap<String, String> texts = suite.texts();
      List<String> kept = new ArrayList<>(List.of("class TestOrders(LineServiceSuite):"));
      if (texts.containsKey("pom.xml")) {
        suite.edit("pom.xml", "  <properties>\n", "  <properties>\n    <team>orders</team>\n");
        kept.add("<team>orders</team>");
      }
      if (texts.containsKey(".gitlab-ci.yml")) {
        suite.edit(".gitlab-ci.yml", "  script:\n", "  tags: [large]\n  script:\n");
        kept.add("  tags: [large]\n");
      }
      String workflow = ".github/workflows/tests.yml";
      if (texts.containsKey(workflow)) {
        suite.edit(workflow, "  pull_request:\n", "  pull_request:\n  workflow_dispatch:\n");
        kept.add("  workflow_dispatch:\n");
      }
      for (String path : texts.keySet()) {
        if (path.startsWith("tests/")) {
          suite.move(path, path.replaceFirst("^tests/", "test/"));
        }
      }
      suite.delete("tests/support");
      suite.delete("tests");
      suite.edit("pyproject.toml", "testpaths = [\"tests\"]", "testpaths = [\"test\"]");
      for (String path : suite.texts().keySet()) {
        if (path.startsWith("test/")) {
          suite.write(path, suite.text(path).replace("tests.s", "test.s"));
        }
      }
      suite.write("test/orders/__init__.py", "");
      suite.write(
          "test/orders/test_orders.py",
          OWN_TESTS.replace("RESOURCE", resource).replace("tests.", "test."));
      return kept;
    }
  };

  private static final String OWN_TESTS =
      """
      from tests.suites import LineServiceSuite
      from tests.support.line_service import LineClient


      class TestOrders(LineServiceSuite):
          prefix: str

          @classmethod
          async def arrange(cls, RESOURCE: LineClient) -> None:
              \"""What each test finds.\"""
              cls.prefix = "order"
              await RESOURCE.set(f"{cls.prefix}", "7")

          async def test_order_is_found(self, RESOURCE: LineClient) -> None:
              assert await RESOURCE.get(self.prefix) == "7"

          async def test_order_is_replaced(self, RESOURCE: LineClient) -> None:
              await RESOURCE.set("order", "8")
              assert await RESOURCE.get("order") == "8"


      class TestNoOrders(LineServiceSuite):
          async def test_there_is_none(self, RESOURCE: LineClient) -> None:
              assert await RESOURCE.get("order") is None
      """;

  private static final String OWN_KIND =
      """
      from ..suites import OrdersSuite
      from ..support.line_service import LineClient


      class TestOrders(OrdersSuite):
          async def test_there_is_none(self, RESOURCE: LineClient, orders: list[str]) -> None:
              assert not await RESOURCE.has(orders[0])
      """;

  private static final String LEDGER =
      """
      \"""Our ledger.\"""

      from collections.abc import AsyncIterator
      from contextlib import asynccontextmanager


      class Ledger:
          \"""Bookings.\"""

          def __init__(self) -> None:
              \"""Start empty.\"""
              self.bookings: list[str] = []


      @asynccontextmanager
      async def open_ledger() -> AsyncIterator[Ledger]:
          \"""Open it.\"""
          yield Ledger()
      """;

  private static final String LEDGER_TESTS =
      """
      \"""Tests of the ledger.\"""

      from tests.suites import LineServiceSuite
      from tests.support.ledger import Ledger


      class TestLedger(LineServiceSuite):
          \"""It books.\"""

          async def test_booking_is_there(self, ledger: Ledger) -> None:
              \"""One.\"""
              ledger.bookings.append("one")
              assert "one" in ledger.bookings
      """;

  /** Edits a suite; returns what has to be in one of its files whatever is made of it. */
  abstract List<String> to(SuiteTree suite, String resource);

  /**
   * The same.
   *
   * @param resource what the suite calls its resource
   */
  public List<String> to(Path suite, String resource) {
    return to(new SuiteTree(suite), resource);
  }
}
