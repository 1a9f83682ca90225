package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names stand for that come from other files. */
class ImportResolutionTest {
  @TempDir Path directory;
  private Project project;

  @BeforeEach
  void start() {
    project = Project.in(directory);
  }

  @Test
  void moduleBesideTheTestIsFound() {
    project
        .with("tests/marks.py", "import pytest\nwide = pytest.mark.anyio\n")
        .with("tests/test_it.py", "from marks import wide\nwide\n");

    assertThat(project.resolve("tests/test_it.py", "wide")).isEqualTo("external pytest.mark.anyio");
  }

  @Test
  void packageIsImportedFromTheDirectoryAboveIt() {
    project
        .with("a/tests/__init__.py", "")
        .with("a/tests/base.py", "class Base: ...\n")
        .with("a/tests/test_it.py", "from tests.base import Base\nBase\n");

    assertThat(project.resolve("a/tests/test_it.py", "Base"))
        .isEqualTo("class Base of a/tests/base.py");
  }

  @Test
  void sourceDirectoryIsSearched() {
    project
        .with("src/app/__init__.py", "")
        .with("src/app/db.py", "async def connect(): ...\n")
        .with("tests/test_it.py", "import app.db\napp.db.connect\n");

    assertThat(project.resolve("tests/test_it.py", "app.db.connect"))
        .isEqualTo("function connect of src/app/db.py");
  }

  @Test
  void configuredDirectoryIsSearched() {
    project.with("lib/shared.py", "X = 1\n").with("tests/test_it.py", "import shared\nshared.X\n");

    assertThat(project.resolve("tests/test_it.py", "shared.X")).isEqualTo("external shared.X");
    assertThat(project.importingFrom("lib").resolve("tests/test_it.py", "shared.X"))
        .isEqualTo("value 1 of lib/shared.py");
  }

  @Test
  void relativeImportsClimb() {
    project
        .with("tests/__init__.py", "")
        .with("tests/base.py", "def make(): ...\n")
        .with("tests/unit/__init__.py", "")
        .with("tests/unit/test_it.py", "from ..base import make\nfrom .. import base\nbase.make\n");

    assertThat(project.resolve("tests/unit/test_it.py", "base.make"))
        .isEqualTo("function make of tests/base.py");
    assertThat(project.member("tests/unit/test_it.py", "make"))
        .isEqualTo("function make of tests/base.py");
  }

  @Test
  void relativeImportFromAboveEverythingIsUnresolved() {
    project.with("test_it.py", "from ...base import make\n");

    assertThat(project.member("test_it.py", "make"))
        .isEqualTo("unresolved: `test_it.py` imports from above the checked directory");
  }

  @Test
  void packagePassesOnWhatItImports() {
    project
        .with("kit/__init__.py", "from .marks import wide as mark\n")
        .with("kit/marks.py", "from pytest import mark as m\nwide = m.asyncio\n")
        .with("test_it.py", "import kit\nkit.mark\n");

    assertThat(project.resolve("test_it.py", "kit.mark")).isEqualTo("external pytest.mark.asyncio");
  }

  @Test
  void lazyImportGivesWhatAnImportGives() {
    project
        .with("kit/__init__.py", "")
        .with("kit/marks.py", "lazy from pytest import mark as m\nwide = m.asyncio\n")
        .with(
            "test_it.py",
            "lazy import kit.marks\nlazy import pytest as p\nkit.marks.wide\np.fixture\n");

    assertThat(project.resolve("test_it.py", "kit.marks.wide"))
        .isEqualTo("external pytest.mark.asyncio");
    assertThat(project.resolve("test_it.py", "p.fixture")).isEqualTo("external pytest.fixture");
  }

  @Test
  void starImportGivesWhatHasNoUnderscore() {
    project
        .with("kit.py", "def open_(): ...\ndef _hidden(): ...\n")
        .with("test_it.py", "from kit import *\n");

    assertThat(project.member("test_it.py", "open_")).isEqualTo("function open_ of kit.py");
    assertThat(project.member("test_it.py", "_hidden"))
        .isEqualTo("unresolved: `_hidden` is not bound in `test_it.py`");
  }

  @Test
  void starImportGivesWhatAllLists() {
    project
        .with(
            "kit.py",
            """
            __all__ = ['_a']
            __all__ += ['b']
            def _a(): ...
            def b(): ...
            def c(): ...
            """)
        .with("test_it.py", "from kit import *\n");

    assertThat(project.resolver().memberNames(project.file("test_it.py")))
        .containsExactly("_a", "b");
    assertThat(project.member("test_it.py", "_a")).isEqualTo("function _a of kit.py");
    assertThat(project.member("test_it.py", "c")).startsWith("unresolved: ");
  }

  @Test
  void starImportBehindABindingReplacesIt() {
    project
        .with("kit.py", "def x(): ...\n")
        .with("test_it.py", "import a as x\nfrom kit import *\n");

    assertThat(project.member("test_it.py", "x")).isEqualTo("function x of kit.py");
  }

  @Test
  void bindingBehindAStarImportReplacesItsName() {
    project
        .with("kit.py", "def x(): ...\n")
        .with("test_it.py", "from kit import *\nimport a as x\n");

    assertThat(project.member("test_it.py", "x")).isEqualTo("external a");
  }

  @Test
  void nameThatAnExternalStarImportMayGiveIsUnresolved() {
    project.with("test_it.py", "from kit import *\nx\n");

    assertThat(project.resolve("test_it.py", "x"))
        .isEqualTo("unresolved: `x` may come from a star import in `test_it.py`");
  }

  @Test
  void starImportThatReplacesAFailedOneMayNotRun() {
    project
        .with("slow.py", "def x(): ...\n")
        .with(
            "test_it.py",
            """
            try:
                from fast import *
            except ImportError:
                from slow import *
            """);

    assertThat(project.member("test_it.py", "x"))
        .isEqualTo("unresolved: `x` may come from a star import in `test_it.py`");
  }

  @Test
  void starImportsInACircleEnd() {
    project
        .with("a.py", "from b import *\n")
        .with("b.py", "from c import *\nfrom a import *\n")
        .with("c.py", "from a import *\nfrom b import *\ny = 1\n");

    assertThat(project.member("a.py", "x")).startsWith("unresolved: ");
    assertThat(project.member("a.py", "y")).isEqualTo("value 1 of c.py");
  }

  @Test
  void importsInACircleEnd() {
    project.with("a.py", "from b import x\n").with("b.py", "from a import x\n");

    assertThat(project.member("a.py", "x")).isEqualTo("unresolved: `x` of `a.py` leads to itself");
  }

  @Test
  void directoryWithoutInitIsANamespace() {
    project
        .with("tests/kit/marks.py", "X = 1\n")
        .with("tests/test_it.py", "from tests.kit.marks import X\nfrom tests import kit\nkit\n");

    assertThat(project.member("tests/test_it.py", "X")).isEqualTo("value 1 of tests/kit/marks.py");
    assertThat(project.resolve("tests/test_it.py", "kit")).isEqualTo("namespace tests/kit");
  }

  @Test
  void directoryNamedLikeADistributionDoesNotHideIt() {
    project
        .with("tests/redis/test_it.py", "from redis.asyncio import Redis\n")
        .with("tests/test_up.py", "from redis import Redis\nimport redis\nredis.Redis\n");

    assertThat(project.member("tests/redis/test_it.py", "Redis"))
        .isEqualTo("external redis.asyncio.Redis");
    assertThat(project.member("tests/test_up.py", "Redis")).isEqualTo("external redis.Redis");
    assertThat(project.resolve("tests/test_up.py", "redis.Redis"))
        .isEqualTo("external redis.Redis");
  }

  @Test
  void packageMayImportItsOwnModulesByItsOwnName() {
    project
        .with("app/__init__.py", "from . import db\nfrom app import marks\n")
        .with("app/db.py", "class Pool: ...\n")
        .with("app/marks.py", "")
        .with("test_it.py", "import app\napp.db.Pool\n");

    assertThat(project.resolve("test_it.py", "app.db.Pool")).isEqualTo("class Pool of app/db.py");
    assertThat(project.member("app/__init__.py", "marks")).isEqualTo("module app/marks.py");
  }

  @Test
  void moduleNamedLikeTheDistributionItWrapsDoesNotHideIt() {
    project.with("tests/fixtures/alembic.py", "from alembic.config import Config\n");

    assertThat(project.member("tests/fixtures/alembic.py", "Config"))
        .isEqualTo("external alembic.config.Config");
  }

  @Test
  void moduleBesideAModuleIsFoundThoughPytestDoesNotPutItOnThePath() {
    project
        .with("tests/kit/marks.py", "X = 1\n")
        .with("tests/kit/more.py", "from marks import X\n");

    assertThat(project.member("tests/kit/more.py", "X")).isEqualTo("value 1 of tests/kit/marks.py");
  }

  @Test
  void siblingInAPackageIsNotImportedAsTop() {
    project
        .with("app/__init__.py", "")
        .with("app/aiohttp.py", "class ClientSession: ...\n")
        .with("app/test_it.py", "from aiohttp import ClientSession\n");

    assertThat(project.member("app/test_it.py", "ClientSession"))
        .isEqualTo("external aiohttp.ClientSession");
  }

  @Test
  void fileNamedLikeALoadedModuleDoesNotHideIt() {
    project.with("asyncio.py", "").with("test_it.py", "import asyncio\nasyncio.Queue\n");

    assertThat(project.resolve("test_it.py", "asyncio.Queue")).isEqualTo("external asyncio.Queue");
  }

  @Test
  void moduleThatAPackageDoesNotHoldIsUnresolved() {
    project.with("app/__init__.py", "").with("test_it.py", "from app.gone import x\n");

    assertThat(project.member("test_it.py", "x")).isEqualTo("unresolved: `gone` is not in `app`");
  }

  @Test
  void importOfAFileThatIsNoTextIsUnresolved() throws IOException {
    Files.write(directory.resolve("bad.py"), new byte[] {'x', (byte) 0xff});
    project.with("test_it.py", "import bad\nfrom bad import x\nbad.x\n");

    assertThat(project.resolve("test_it.py", "bad.x"))
        .isEqualTo("unresolved: `bad.py` holds bytes that are not utf-8");
  }

  @Test
  void qualifiedNameOfTheProjectsOwnIsThatOfItsModule() {
    project
        .with("src/app/__init__.py", "from .db import Pool\n")
        .with("src/app/db.py", "class Pool:\n    def open(self): ...\n")
        .with("tests/test_it.py", "import app\napp.Pool.open\n");

    assertThat(
            project
                .resolver()
                .qualifiedName(
                    project.file("tests/test_it.py"),
                    project.expression("tests/test_it.py", "app.Pool.open")))
        .contains("app.db.Pool.open");
  }
}
