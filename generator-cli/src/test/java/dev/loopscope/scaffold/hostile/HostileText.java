package dev.loopscope.scaffold.hostile;

import dev.loopscope.scaffold.check.page.PageCases;
import dev.loopscope.scaffold.check.page.PageFile;
import dev.loopscope.scaffold.check.page.ShippedPages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bytes of files: good ones, and what chance makes of them. */
final class HostileText {
  private static final List<byte[]> NASTY =
      Stream.of(
              "\0",
              "\u001b[31m",
              "\r",
              "\r\n",
              "\f",
              "\u000b",
              "\ufeff",
              "\u2028",
              "\u0085",
              "\ud83d\ude00",
              "\u202e",
              "e\u0301",
              "\"\"\"",
              "'''",
              "'",
              "\"",
              "\\",
              "\\\n",
              "(",
              ")",
              "[",
              "]",
              "{",
              "}",
              ":",
              ",",
              "#",
              "@",
              "\t",
              "    ",
              "\n",
              "lazy ",
              "async ",
              "await ",
              "*",
              "**",
              "f'{",
              "f\"\"\"{x!r:{y}}",
              "t'{",
              "0x",
              "1e9999",
              "\n\n    ",
              "# scaffold: ignore[",
              "# scaffold: ignore-file[LS",
              "# -*- coding: latin-1 -*-\n",
              "# -*- coding: utf-16 -*-\n",
              "# coding: no-such\n",
              "::error file=x::y",
              "%0A",
              "\u00fc",
              "lambda: ",
              "yield ",
              "return\n",
              "pytestmark = ",
              "None",
              "...")
          .map(it -> it.getBytes(StandardCharsets.UTF_8))
          .toList();

  /** No UTF-8: a byte of Latin-1, half a character, a lone surrogate, an overlong slash. */
  private static final List<byte[]> BROKEN =
      List.of(
          new byte[] {(byte) 0xFC},
          new byte[] {(byte) 0xE2, (byte) 0x82},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xC0, (byte) 0xAF},
          new byte[] {(byte) 0xFF, (byte) 0xFE});

  private static final List<String> PYTHON =
      List.of(
          "import pytest, pytest_asyncio, asyncio, anyio",
          "from pytest import mark, fixture as fix",
          "from conftest import *",
          "from .. import test_it",
          "lazy from kit import pool",
          "pytest_plugins = ['kit', 'test_it', 'os.path', '']",
          "pytestmark = [mark.anyio, mark.asyncio(loop_scope='module')]",
          "pytestmark = pytestmark",
          "@pytest.fixture(scope='session', params=['asyncio', 'trio'])",
          "@pytest_asyncio.fixture(loop_scope=SCOPE, scope='module')",
          "@mark.asyncio(scope='module')",
          "@mark.asyncio(loop_scope='clas')",
          "@mark.parametrize('pool, anyio_backend', [1], indirect=True)",
          "@mark.usefixtures('pool', *names)",
          "@given(st.integers())",
          "@classmethod",
          "class TestIt(Base, metaclass=M):",
          "class Base(TestIt):",
          "class TestCase(unittest.IsolatedAsyncioTestCase):",
          "async def pool(anyio_backend, pool):",
          "def event_loop(event_loop_policy):",
          "def anyio_backend(request):",
          "async def test_it(self, pool, request, event_loop):",
          "def test_it(pool):",
          "def pytest_collection_modifyitems(config, items):",
          "def pytest_generate_tests(metafunc):",
          "async def setup_method(self):",
          "    async with aiohttp.ClientSession() as s:",
          "    with move_on_after(1): pass",
          "    if TYPE_CHECKING:",
          "    try:",
          "    except ImportError:",
          "        yield s",
          "    yield",
          "    loop = asyncio.new_event_loop()",
          "    asyncio.set_event_loop(loop)",
          "    loop.run_until_complete(main())",
          "    item.add_marker(mark.asyncio(loop_scope='session'), append=False)",
          "    for item in items:",
          "    request.getfixturevalue('pool')",
          "    await asyncio.sleep(0)",
          "    asyncio.run(main())",
          "    return 1",
          "    self.lock = asyncio.Lock()",
          "lock = asyncio.Lock()",
          "queue: asyncio.Queue = asyncio.Queue()",
          "        pass",
          "setup(install_requires=['pytest-asyncio==0.21', *x], python_requires='>=3.7', **kw)",
          "setup(extras_require={'test': ['pytest'], **more, 'a' + b: read('x')},"
              + " tests_require='pytest')",
          "match x:",
          "    case {'a': [1, *_]}: pass");

  private static final List<String> TOML =
      List.of(
          "[tool.pytest.ini_options]",
          "[tool.pytest]",
          "[pytest]",
          "asyncio_mode = \"auto\"",
          "asyncio_mode = 1979-05-27T07:32:00Z",
          "asyncio_default_fixture_loop_scope = \"session\"",
          "asyncio_default_test_loop_scope = [\"class\"]",
          "testpaths = [\"tests\", \"**/**/*a*a*a*a*a*a*a*a*b\", \"..\", \"/\", \"\"]",
          "testpaths = \"tests ../outside\"",
          "python_files = [\"*.py\", \"[\", \"[!\", \"test_*.py\"]",
          "python_classes = \"* Test\"",
          "python_functions = [\"test\", \"*\"]",
          "norecursedirs = [\"*\"]",
          "addopts = \"-p no:asyncio --import-mode=importlib -W error --rootdir=/ -c /dev/zero\"",
          "addopts = [\"--ignore=..\", \"-m\", \"not (\", \"'\"]",
          "filterwarnings = [\"error\", \"ignore:(((((((a+)+)+)+)+:Warning\"]",
          "usefixtures = \"pool\"",
          "pythonpath = [\".\", \"../outside\", \"src\"]",
          "required_plugins = \"pytest-asyncio>=1\"",
          "[tool.scaffold]",
          "[tool.scaffold.check]",
          "select = [\"LS\", \"LS002\", \"\", \"XX\"]",
          "ignore = [\"LS0\"]",
          "severity = \"error\"",
          "severity = true",
          "exclude = [\"**/**/**/**/**/**/**/**/x\", \"*a*a*a*a*a*a*a*b\", \"[\", \"!\", \"/\"]",
          "baseline = \"../outside/known.json\"",
          "baseline = \".scaffold/known.json\"",
          "baseline = \"known.json\"",
          "baseline = \"/dev/zero\"",
          "baseline = \"\\u0000\"",
          "baseline = \"tests\"",
          "[tool.scaffold.check.per-file-ignores]",
          "\"**/*.py\" = [\"LS002\"]",
          "\"\" = []",
          "[project]",
          "name = \"x\"",
          "version = \"1\"",
          "requires-python = \">=3.10,<4,!=3.11.*\"",
          "requires-python = \"3.10 ||\"",
          "dependencies = [\"pytest-asyncio>=0.21,<2 ; python_version<'3.14'\", \"anyio[trio]\"]",
          "dependencies = [\"pytest @ file:///dev/zero\", \"-r x\", \"\", \"===\", 1]",
          "[project.optional-dependencies]",
          "test = [\"pytest~=8.3\", \"pytest-asyncio==1.*\", \"uvloop\"]",
          "[dependency-groups]",
          "dev = [{include-group = \"dev\"}, {include-group = \"x\"}, \"pytest\"]",
          "[project.entry-points.pytest11]",
          "plug = \"kit.plugin\"",
          "plug = \"\"",
          "[tool.poetry.dependencies]",
          "python = \"^3.10\"",
          "pytest-asyncio = {version = \"^0.24\", optional = true}",
          "[tool.poetry.group.dev.dependencies]",
          "[tool.poetry.group.test]",
          "pytest = \"^8\"",
          "anyio = [{version = \"3\", python = \"<3.9\"}, {version = \"4\"}]",
          "[tool.uv.workspace]",
          "members = [\"**\", \"..\", \"suite\", 1]",
          "[tool.pdm.dev-dependencies]",
          "[tool.hatch.envs.default]",
          "[envs.test]",
          "dependencies = [\"pytest\", \"pytest-asyncio<1\"]",
          "extra-dependencies = \"pytest\"",
          "[dev-packages]",
          "[requires]",
          "python_version = \"3.9\"",
          "[tool.setuptools]",
          "packages = [\"tests\", \"demo\"]",
          "[build-system]",
          "dynamic = [\"dependencies\", \"optional-dependencies\"]",
          "[answers]",
          "scaffold = \"0.1.0\"",
          "backends = \"asyncio\"",
          "resource = \"client\"",
          "[[package]]",
          "[[metadata.files]]",
          "a.b.c.\"d\" = [[[[[[1]]]]]]",
          "a = {b = {c = {d = 'e'}}}",
          "x = \"\"\"\n",
          "y = 0x_1",
          "z = 99999999999999999999",
          "\"\\uD800\" = 1",
          "d = 1979-13-45",
          "f = [nan, inf, -0.0, 1e400]");

  private static final List<String> INI =
      List.of(
          "[pytest]",
          "[tool:pytest]",
          "[options]",
          "[options.extras_require]",
          "[testenv:a-{b,c}]",
          "asyncio_mode = auto",
          "asyncio_mode=strict  ; x",
          "asyncio_default_fixture_loop_scope : session",
          "testpaths = tests ../outside **/**/**/**/x",
          "testpaths =",
          "    tests",
          "python_files = *.py check_*.py [ [!a",
          "addopts = -p no:anyio --asyncio-mode=auto -W error -c ../outside/pyproject.toml",
          "addopts = 'unclosed",
          "filterwarnings =",
          "    error",
          "    ignore:.*:a",
          "markers = a: b",
          "install_requires = pytest-asyncio >= 0.23",
          "tests_require =",
          "    pytest",
          "    pytest-asyncio==0.23.5",
          "test = pytest; anyio",
          "# generated by x, do not edit",
          "dependency_groups = dev",
          "deps = -r requirements.txt",
          "commands = %(x)s {posargs}",
          "# scaffold: ignore[LS006] why",
          "; scaffold: ignore-file[LS006]",
          "= x",
          "[",
          "[]",
          "key",
          "\tindented = 1",
          "usefixtures = pool");

  private static final List<String> REQUIREMENTS =
      List.of(
          "pytest-asyncio>=0.21,<0.24",
          "pytest==8.*",
          "anyio[trio]==4.4.0 ; python_version < '3.9'",
          "anyio",
          "pytest_asyncio===1.0-what",
          "pytest-asyncio @ git+https://example.com/x@main",
          "-r requirements.txt",
          "-r requirements-dev.txt",
          "-r ../outside/requirements.txt",
          "-r /dev/zero",
          "-r fifo",
          "-c constraints.txt",
          "--requirement=tests",
          "-e .",
          "-e ../outside",
          "--hash=sha256:00 \\",
          "pytest>=1,>=2,<3,<4,!=3.*,~=2.1,==2",
          "pytest>" + "9".repeat(60),
          "pytest==1!2.3.post4.dev5+local.6",
          "pytest" + " ".repeat(3_000) + "x",
          "pytest[" + "a,".repeat(500) + "]",
          "# pytest==1",
          "${HOME}",
          ";",
          "==",
          "--");

  private static final List<String> XML =
      List.of(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
          "<!DOCTYPE project [<!ENTITY x SYSTEM \"/dev/zero\"><!ENTITY y \"&x;&x;\">]>",
          "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">",
          "<modelVersion>4.0.0</modelVersion>",
          "<groupId>g</groupId><artifactId>a</artifactId><version>${revision}</version>",
          "<packaging>pom</packaging>",
          "<modules>",
          "<module>suite</module>",
          "<module>../outside</module>",
          "<!-- <modules> -->",
          "<modules/>",
          "</modules>",
          "<![CDATA[</modules>]]>",
          "<profiles><profile><modules></modules></profile></profiles>",
          "&y;",
          "</project>");

  private static final List<String> JSON =
      List.of(
          "{\"schema\": 1, \"findings\": [",
          "{\"path\": \"tests/test_it.py\", \"rule\": \"LS008\", \"source\": \"x\", "
              + "\"occurrence\": 1}",
          "{\"path\": \"\\u0000\", \"rule\": \"\\u0000\", \"source\": \"\\u0000\", "
              + "\"occurrence\": 1e308}",
          "{\"path\": \"../outside/victim.py\", \"rule\": \"LS008\", \"source\": \"x\", "
              + "\"occurrence\": -1}",
          "{\"path\": \"\\ud800\", \"rule\": \"LS999\", \"source\": \"\\n\", \"occurrence\": 0.5}",
          ",",
          "]}",
          "null",
          "{}",
          "[" + "[".repeat(200),
          "\"\\u12",
          "{\"schema\": 2, \"findings\": []}",
          "1e99999",
          "{\"a\": 1, \"a\": 2}");

  private static final List<List<PageFile>> PAGES =
      ShippedPages.all().stream()
          .map(PageCases::of)
          .flatMap(it -> Stream.concat(it.examples().stream(), it.fixed().stream()))
          .map(it -> it.files())
          .toList();

  private final Random random;

  HostileText(Random random) {
    this.random = random;
  }

  /** The files of a suite that a rule's page shows. */
  List<PageFile> page() {
    return pick(PAGES);
  }

  /** Content that suits the name of a file, more or less. */
  byte[] forName(String name) {
    byte[] text = good(name).getBytes(StandardCharsets.UTF_8);
    return random.nextInt(3) == 0 ? mutated(text) : text;
  }

  private String good(String name) {
    if (random.nextInt(12) == 0) {
      return lines(pick(List.of(PYTHON, TOML, INI, REQUIREMENTS, JSON)));
    }
    if (name.endsWith(".py")) {
      return random.nextBoolean() ? anyPython() : lines(PYTHON);
    }
    if (name.endsWith(".xml")) {
      return lines(XML);
    }
    if (name.endsWith(".toml") || name.endsWith(".lock") || name.equals("Pipfile")) {
      return lines(TOML);
    }
    if (name.endsWith(".ini") || name.endsWith(".cfg")) {
      return lines(INI);
    }
    return lines(name.endsWith(".json") ? JSON : REQUIREMENTS);
  }

  private String anyPython() {
    return page().stream()
        .filter(it -> it.path().endsWith(".py"))
        .map(PageFile::text)
        .reduce("", (one, other) -> random.nextBoolean() ? one + other : other);
  }

  private String lines(List<String> from) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(14);
    for (int line = 0; line < count; line++) {
      text.append(pick(from)).append(random.nextInt(40) == 0 ? "" : "\n");
    }
    return text.toString();
  }

  /** A few holes, doublings, insertions and other ends of lines. */
  byte[] mutated(byte[] text) {
    byte[] now = text;
    for (int change = random.nextInt(4); change >= 0; change--) {
      now = changed(now);
    }
    return now;
  }

  private byte[] changed(byte[] text) {
    int from = random.nextInt(text.length + 1);
    int to = Math.min(text.length, from + random.nextInt(40));
    return switch (random.nextInt(12)) {
      case 0 -> joined(text, 0, from, new byte[0], to);
      case 1 -> joined(text, 0, to, new byte[0], from);
      case 2 -> joined(text, 0, from, new byte[0], text.length);
      case 3, 4, 5 -> joined(text, 0, from, pick(NASTY), from);
      case 6 -> joined(text, 0, from, pick(BROKEN), from);
      case 7 -> joined(new byte[0], 0, 0, pick(NASTY), 0, text);
      case 8 -> lineEnds(text, "\r\n");
      case 9 -> lineEnds(text, "\r");
      case 10 -> joined(text, 0, from, repeated(pick(NASTY)), from);
      default -> joined(text, 0, from, new byte[] {(byte) random.nextInt(256)}, to);
    };
  }

  private byte[] repeated(byte[] part) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int times = random.nextInt(20) == 0 ? 5_000 : random.nextInt(300);
    for (int time = 0; time < times; time++) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] lineEnds(byte[] text, String end) {
    String latin = new String(text, StandardCharsets.ISO_8859_1);
    return latin.replace("\n", end).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] text, int start, int from, byte[] middle, int to) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(text, start, from - start);
    all.writeBytes(middle);
    all.write(text, to, text.length - to);
    return all.toByteArray();
  }

  private static byte[] joined(
      byte[] text, int start, int from, byte[] middle, int to, byte[] last) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(joined(text, start, from, middle, to));
    all.writeBytes(last);
    return all.toByteArray();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
