package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.SuiteSearch;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fix that is told can be applied alone: no import is left behind. */
class WholeFixesTest {
  private static final String TWO_FIXTURES =
      """
      import pytest


      @pytest.fixture
      async def bread():
          return "bread"


      @pytest.fixture
      async def milk():
          return "milk"
      """;

  @TempDir Path project = Path.of("");

  @BeforeEach
  void writeATest() throws IOException {
    write("requirements.txt", "pytest-asyncio>=1.2\n");
    write(
        "test_it.py",
        """
        import pytest


        @pytest.mark.asyncio
        async def test_it(request, bread):
            assert bread
        """);
  }

  @Test
  void importThatTheFixLeavesGoesWithIt() throws IOException {
    write(
        "conftest.py",
        "import os\nimport pytest\n\n\n@pytest.fixture\nasync def bread():\n    return os.sep\n");

    assertThat(fixed("conftest.py"))
        .containsExactly(
            """
            import os
            import pytest_asyncio


            @pytest_asyncio.fixture
            async def bread():
                return os.sep
            """);
  }

  @Test
  void importThatOneOfTwoFixesStillNeedsStays() throws IOException {
    write("conftest.py", TWO_FIXTURES);
    write("test_it.py", Files.readString(project.resolve("test_it.py")).replace("request", "milk"));

    assertThat(fixed("conftest.py"))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).startsWith("import pytest\nimport pytest_asyncio\n\n\n"));
  }

  @Test
  void importThatAnotherModuleTakesStays() throws IOException {
    write("conftest.py", "import pytest\n\n\n@pytest.fixture\nasync def bread():\n    return 1\n");
    write("other.py", "from conftest import (\n    bread,\n    pytest,\n)\n");

    assertThat(fixed("conftest.py")).allSatisfy(it -> assertThat(it).startsWith("import pytest\n"));
  }

  @Test
  void linesKeepTheirEnds() throws IOException {
    write(
        "conftest.py",
        "import pytest\r\n\r\n\r\n@pytest.fixture\r\nasync def bread():\r\n    return 1\r\n");

    assertThat(fixed("conftest.py"))
        .containsExactly(
            """
            import pytest_asyncio


            @pytest_asyncio.fixture
            async def bread():
                return 1
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void laterEditTakesEarlierDeletionsInItUp() {
    List<Edit> earlier =
        List.of(new Edit("a", 0, 0, "xx"), new Edit("a", 4, 6, ""), new Edit("a", 20, 21, "y"));

    // In the text with them the line from 2 to 10 stands at 4 to 10.
    assertThat(LaterEdit.behind(earlier, new Edit("a", 4, 10, "")))
        .contains(
            List.of(
                new Edit("a", 0, 0, "xx"), new Edit("a", 2, 10, ""), new Edit("a", 20, 21, "y")));
  }

  @Test
  void laterEditTouchesNothingThatAnEarlierOneWrote() {
    assertThat(LaterEdit.behind(List.of(new Edit("a", 5, 5, "new")), new Edit("a", 4, 7, "")))
        .isEmpty();
  }

  /** The file after each of its fixes alone. */
  private List<String> fixed(String path) throws IOException {
    ConfigFiles files = new ConfigFiles(project, Snapshot.around(project, List.of(project)));
    Outcome outcome =
        new Checker(RuleSet.all(), CheckSettings.everything(), it -> true)
            .checkEach(new SuiteSearch(List.of(project), files).suites(AskedVersions.NONE));
    String text = Files.readString(project.resolve(path));
    List<String> fixed = new ArrayList<>();
    WholeFixes.of(outcome, files).findings().stream()
        .flatMap(it -> it.fix().stream())
        .map(
            it ->
                it.edits().stream()
                    .filter(edit -> edit.path().equals(path))
                    .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
                    .toList())
        .filter(it -> !it.isEmpty())
        .forEach(it -> fixed.add(EditedText.of(text, it)));
    return fixed;
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(project.resolve(path), text);
  }
}
