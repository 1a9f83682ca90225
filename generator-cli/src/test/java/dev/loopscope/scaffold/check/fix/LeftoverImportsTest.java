package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoverImportsTest {
  private static final String USE = "asyncio.run(main())\n";

  @TempDir Path directory;

  @Test
  void importOfWhatTheEditTookOutGoes() throws IOException {
    assertThat(
            afterDeletion(
                """
                import asyncio
                import time

                import pytest

                asyncio.run(main())
                pytest.skip(time.time())
                """))
        .isEqualTo(
            """
            import time

            import pytest

            pytest.skip(time.time())
            """);
  }

  @Test
  void blankLinesAroundAnImportThatStoodAloneGoWithIt() throws IOException {
    assertThat(
            afterDeletion(
                """
                \"""Runs.\"""

                import asyncio

                import pytest

                asyncio.run(main())
                pytest.skip()
                """))
        .isEqualTo(
            """
            \"""Runs.\"""

            import pytest

            pytest.skip()
            """);
    assertThat(
            afterDeletion(
                """
                import asyncio

                import pytest


                asyncio.run(main())
                pytest.skip()
                """))
        .isEqualTo(
            """
            import pytest


            pytest.skip()
            """);
  }

  @Test
  void ofSeveralNamesTheUnusedOneGoes() throws IOException {
    assertThat(afterDeletion("from a import (\n    b,\n    asyncio,\n)\n" + USE + "b()\n"))
        .isEqualTo("from a import (\n    b,\n)\nb()\n");
    assertThat(afterDeletion("from a import asyncio, b\n" + USE + "b()\n"))
        .isEqualTo("from a import b\nb()\n");
    assertThat(afterDeletion("import x as asyncio, b\n" + USE + "b()\n"))
        .isEqualTo("import b\nb()\n");
  }

  @Test
  void everyNameOfAnImportMayGo() throws IOException {
    assertThat(afterDeletion("from a import asyncio, main\n" + USE + "b()\n")).isEqualTo("b()\n");
  }

  @Test
  void importOfAFunctionGoesWithItsUse() throws IOException {
    assertThat(
            afterDeletion(
                "def test_a():\n    import asyncio\n\n    asyncio.run(main())\n    assert 1\n"))
        .isEqualTo("def test_a():\n    assert 1\n");
  }

  /** In each, the deleted line is the only one that calls it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import asyncio  # noqa: F401\n",
        "import asyncio as asyncio\n",
        "from a import *\n",
        "try:\n    import asyncio\nexcept ImportError:\n    pass\n",
        "import asyncio\n__all__ = ['asyncio']\n",
        "import asyncio\nloop: 'asyncio.AbstractEventLoop'\n",
        "import asyncio\ndef a(b: 'list[asyncio.Task]'): pass\n",
        "import asyncio\ndef a(asyncio): pass\n",
        "import unused\n",
      })
  void whatIsMeantForOthersOrWasUnusedBeforeStays(String rest) throws IOException {
    assertThat(afterDeletion(rest + USE)).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from tests.test_it import *\n",
        "from .test_it import (\n    other,\n    asyncio,\n)\n",
        "from tests import test_it\ntest_it.asyncio.sleep(0)\n",
        "monkeypatch.setattr('tests.test_it.asyncio.sleep', None)\n",
      })
  void whatAnotherModuleTakesFromThisOneStays(String other) throws IOException {
    write("tests/test_other.py", other);

    assertThat(afterDeletion("import asyncio\n" + USE)).isEqualTo("import asyncio\n");
  }

  @Test
  void whatAPackageImportsStays() throws IOException {
    assertThat(afterDeletion("tests/__init__.py", "import asyncio\n" + USE))
        .isEqualTo("import asyncio\n");
  }

  private String afterDeletion(String text) throws IOException {
    return afterDeletion("tests/test_it.py", text);
  }

  private String afterDeletion(String path, String text) throws IOException {
    write(path, text);
    String line = text.contains("    " + USE) ? "    " + USE : USE;
    int start = text.indexOf(line);
    EditedFiles files =
        new EditedFiles(new ConfigFiles(directory, Snapshot.of(List.of(directory))));
    files.apply(Map.of(path, List.of(new Edit(path, start, start + line.length(), ""))));
    return Objects.requireNonNull(files.after().get(path)).text();
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
