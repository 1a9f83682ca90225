package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that are read without running anything. */
class ConstantsTest {
  @TempDir Path directory;
  private Project project;

  @BeforeEach
  void start() {
    project = Project.in(directory);
  }

  private Reading<String> string(String text, String source) {
    return project.with("test_it.py", source).string("test_it.py", text);
  }

  @Test
  void textOfAnImportedNameIsKnown() {
    project.with("scopes.py", "SCOPE = \"session\"\n");

    assertThat(string("SCOPE", "from scopes import SCOPE\nSCOPE\n"))
        .isEqualTo(Reading.known("session"));
  }

  @Test
  void textsThatAreJoinedAreKnown() {
    assertThat(string("PRE + 'ion'", "PRE = 'se' 'ss'\nPRE + 'ion'\n"))
        .isEqualTo(Reading.known("session"));
  }

  @Test
  void fStringWithoutFieldsIsKnown() {
    assertThat(string("f'session'", "f'session'\n")).isEqualTo(Reading.known("session"));
  }

  @Test
  void fStringOfKnownTextsIsKnown() {
    assertThat(string("f'{a}ion'", "a = 'sess'\nf'{a}ion'\n")).isEqualTo(Reading.known("session"));
  }

  @Test
  void fStringOfACallIsUnknown() {
    assertThat(string("f'{a()}'", "f'{a()}'\n")).isEqualTo(Reading.unknown("`a()` is computed"));
  }

  @Test
  void choiceOfTwoTextsIsUnknown() {
    assertThat(string("'a' if c else 'b'", "'a' if c else 'b'\n"))
        .isEqualTo(Reading.unknown("`'a' if c else 'b'` is computed"));
  }

  @Test
  void numberIsNoText() {
    assertThat(string("x", "x = 1\nx\n")).isEqualTo(Reading.unknown("`1` is computed"));
  }

  @Test
  void tenThousandOperandsAreNoProblem() {
    assertThat(string("x", "x = ''" + " + 'a'".repeat(10_000) + "\nx\n").isKnown()).isFalse();
  }

  @Test
  void truthIsReadThroughNames() {
    project.with("test_it.py", "AUTO = True\nnot AUTO\n");

    assertThat(
            project
                .resolver()
                .bool(project.file("test_it.py"), project.expression("test_it.py", "not AUTO")))
        .isEqualTo(Reading.known(false));
  }

  @Test
  void listsAreReadThroughNamesSumsAndStars() {
    project
        .with("names.py", "COMMON = ('b', 'c')\n")
        .with("test_it.py", "from names import COMMON\nall_ = ['a', *COMMON] + ['d']\nall_\n");

    assertThat(
            project
                .resolver()
                .strings(project.file("test_it.py"), project.expression("test_it.py", "all_")))
        .isEqualTo(Reading.known(List.of("a", "b", "c", "d")));
  }

  @Test
  void elementsTellInWhichFileTheyStand() {
    project
        .with("names.py", "import pytest\nCOMMON = [pytest.mark.anyio]\n")
        .with("test_it.py", "from names import COMMON\nCOMMON\n");

    assertThat(
            project
                .resolver()
                .elements(project.file("test_it.py"), project.expression("test_it.py", "COMMON"))
                .toOptional()
                .orElseThrow())
        .singleElement()
        .satisfies(
            it ->
                assertThat(project.resolver().qualifiedName(it.file(), it.expression()))
                    .contains("pytest.mark.anyio"));
  }
}
