package dev.loopscope.scaffold.hostile;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.check.page.PageFile;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.release.Releases;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fills a project: a suite that might be somebody's, and what nobody would put beside it. */
final class HostileTree {
  /** Where the plan of the last command that printed one is kept. */
  static final String PLAN = "plan.json";

  private static final List<String> USUAL =
      List.of(
          "conftest.py",
          "test_it.py",
          "kit.py",
          "tests/conftest.py",
          "tests/test_it.py",
          "tests/__init__.py",
          "tests/sub/conftest.py",
          "tests/sub/test_more.py",
          "src/kit/__init__.py",
          "src/kit/plugin.py",
          "setup.py");

  private static final List<String> CONFIGURATIONS =
      List.of(
          "pyproject.toml",
          "pyproject.toml",
          "pyproject.toml",
          "pytest.ini",
          ".pytest.ini",
          "pytest.toml",
          "tox.ini",
          "setup.cfg",
          "requirements.txt",
          "requirements-dev.txt",
          "requirements/test.txt",
          "dev-requirements.in",
          "constraints.txt",
          "uv.lock",
          "poetry.lock",
          "pdm.lock",
          "pylock.toml",
          "Pipfile",
          "Pipfile.lock",
          "environment.yml",
          "hatch.toml",
          "pom.xml",
          "setup.py",
          "suite/.scaffold/answers.toml",
          ".scaffold/undo/1/journal",
          ".scaffold/check.toml",
          ".scaffold/answers.toml",
          ".scaffold/known.json",
          "known.json",
          "tests/pyproject.toml",
          "tests/pytest.ini",
          ".gitignore",
          ".git/HEAD");

  private static final List<String> ODD =
      List.of(
          "test_\n.py",
          "tests/test_\u001b[31m.py",
          "test_\r\n::error::.py",
          "test_ .py",
          " test_it.py",
          "test_it.py ",
          "test_'\"`$(x).py",
          "test_\\.py",
          "test_\u00fc.py",
          "test_u\u0308.py",
          "test_\ud83d\ude00.py",
          "test_\u202e.py",
          "test_%0A,::.py",
          "TEST_IT.py",
          "Test_It.PY",
          "CONFTEST.py",
          "con.py",
          "nul",
          "aux.txt",
          "-rf",
          "--fix",
          "@x",
          "~",
          "test_.py",
          ".py",
          "test_it.pyc",
          "test_a.b.py",
          "test_" + "x".repeat(240) + ".py",
          "x".repeat(255),
          "class/test_it.py",
          "tests/1/test_it.py",
          "tests/a b/conftest.py",
          "a:b/test_it.py",
          "*/test_it.py",
          "[a]/test_it.py",
          "..a/test_it.py",
          "d/".repeat(90) + "test_deep.py",
          "__pycache__/test_it.py",
          ".venv/lib/python3.12/site-packages/test_it.py",
          "node_modules/test_it.py",
          "lib/site-packages/pytest_asyncio/plugin.py");

  private static final List<String> LED_TO =
      List.of(
          "../outside",
          "../outside/victim.py",
          "../outside/known.json",
          "../outside/requirements.txt",
          "../outside/pyproject.toml",
          "../outside/sub/conftest.py",
          "../outside/new.json",
          "/dev/zero",
          "/dev/null",
          "/dev/full",
          "/dev/stdin",
          "/proc/self/mem",
          "/etc/passwd",
          "..",
          ".",
          "tests",
          "test_it.py",
          "conftest.py",
          "tests/test_it.py",
          "nowhere",
          "a/b/../../nowhere",
          "x".repeat(300));

  /** Names that no program of the JDK can make in every locale. */
  private static final String UNREADABLE_NAMES =
      "cd \"$1\" && mkdir odd \"$(printf 'dir_\\377')\" && for n in '\\377' 'test_\\303.py'"
          + " 'test_\\355\\240\\200.py' 'odd/test_\\374.py' 'odd/\\200' 'conftest\\300\\257.py'"
          + " 'dir_\\377/test_it.py'; do"
          + " printf 'import pytest\\n@pytest.mark.asyncio(scope=\"module\")\\nasync def"
          + " test_a(): ...\\n' > \"$(printf \"$n\")\"; done";

  private final Random random;
  private final HostileText texts;
  private final Sandbox sandbox;
  private final List<String> names = new ArrayList<>();
  private boolean staged;

  HostileTree(Random random, Sandbox sandbox) {
    this.random = random;
    this.texts = new HostileText(random);
    this.sandbox = sandbox;
  }

  /** The names of what was put there, for command lines to name. */
  List<String> names() {
    return names;
  }

  /** Whether something was left that looks like a change which was not finished. */
  boolean staged() {
    return staged;
  }

  void fill() throws IOException, InterruptedException {
    sandbox.clear();
    suite();
    if (random.nextInt(4) == 0) {
      recorded();
    }
    for (int more = random.nextInt(5); more > 0; more--) {
      String name = pick(random.nextInt(3) == 0 ? USUAL : CONFIGURATIONS);
      write(name, texts.forName(name));
    }
    if (random.nextInt(2) == 0) {
      for (int more = random.nextInt(5); more > 0; more--) {
        hostile();
      }
    }
    if (random.nextInt(150) == 0) {
      Sandbox.run("sh", "-c", UNREADABLE_NAMES, "sh", sandbox.project().toString());
    }
  }

  private void suite() throws IOException {
    if (random.nextInt(5) == 0) {
      for (int more = random.nextInt(4); more > 0; more--) {
        String name = pick(USUAL);
        write(name, texts.forName(name));
      }
      return;
    }
    boolean mutate = random.nextInt(3) > 0;
    for (PageFile file : texts.page()) {
      byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
      write(file.path(), mutate && random.nextBoolean() ? texts.mutated(text) : text);
    }
  }

  /** A suite that scaffold wrote, in which somebody went on, and whose answers may be lost. */
  private void recorded() {
    String directory = pick(List.of("", "suite/", "suite/", "tests/suite/"));
    Map<String, String> given =
        Map.of(
            "name",
            "demo",
            "backends",
            pick(List.of("asyncio", "asyncio,trio")),
            "hypothesis",
            pick(List.of("true", "false")),
            "maven",
            pick(List.of("true", "false")));
    boolean lost = random.nextInt(5) == 0;
    int kept = 1 + random.nextInt(12);
    Answers answers = Answers.complete(Questions.ALL, given);
    for (RenderedFile file :
        Releases.of(pick(List.of("0.1.0", "0.1.0", "0.2.0"))).render(answers).files()) {
      byte[] text = file.utf8();
      if (!(lost && file.path().equals(AnswersFile.PATH)) && random.nextInt(40) > 0) {
        write(directory + file.path(), random.nextInt(kept) == 0 ? texts.mutated(text) : text);
      }
    }
  }

  /** Keeps what a command printed, as whoever has it carried out does, or nearly so. */
  void keep(String plan) {
    byte[] text = plan.getBytes(StandardCharsets.UTF_8);
    Path file = sandbox.project().resolve(PLAN);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    write(PLAN, random.nextInt(4) == 0 ? texts.mutated(text) : text);
  }

  private void hostile() throws IOException {
    String name = random.nextInt(3) == 0 ? pick(ODD) : pick(anyUsual());
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> write(pick(ODD), texts.forName("test_it.py"));
      case 3, 4, 5 -> tried(name, file -> Files.createSymbolicLink(file, Path.of(pick(LED_TO))));
      case 6 -> tried(name, file -> Files.createSymbolicLink(file, file.getFileName()));
      case 7 -> tried(name, file -> Files.createLink(file, sandbox.special(pick(List.of("fifo")))));
      case 8 ->
          tried(
              name,
              file -> Files.createLink(file, sandbox.special(pick(List.of("zero", "socket")))));
      case 9 -> tried(name, Files::createDirectories);
      case 10 -> tried(pick(List.of("tests", ".scaffold", "src", "demo", ".git")), this::text);
      case 11 -> tried(name, this::large);
      case 12 -> tried(name, file -> Files.write(file, new byte[0]));
      case 13 -> mode();
      case 14 -> stage();
      default -> linked(name);
    }
  }

  private static List<String> anyUsual() {
    List<String> all = new ArrayList<>(USUAL);
    all.addAll(CONFIGURATIONS);
    return all;
  }

  private void text(Path file) throws IOException {
    Files.write(file, texts.forName("test_it.py"));
  }

  /** Full of holes, or of text. */
  private void large(Path file) throws IOException {
    if (random.nextInt(8) == 0) {
      Files.writeString(file, "async def test_it(pool): pass\n".repeat(random.nextInt(3_000)));
      return;
    }
    try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
      hole.setLength(
          random.nextInt(40) == 0 ? 3_000_000L : random.nextBoolean() ? 70L << 20 : 3L << 30);
    }
  }

  private void mode() throws IOException {
    if (names.isEmpty()) {
      return;
    }
    Path file = sandbox.project().resolve(pick(names));
    String mode = pick(List.of("---------", "r--r--r--", "rwxrwxrwx", "-w-------"));
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
  }

  private void linked(String name) {
    if (!names.isEmpty()) {
      Path file = sandbox.project().resolve(pick(names));
      tried(name, link -> Files.createLink(link, file));
    }
  }

  /** What a run that was killed may leave, written by somebody who wants to harm. */
  private void stage() throws IOException {
    staged = true;
    String stage = pick(List.of("", "tests/", "demo/")) + ".scaffold-apply";
    if (random.nextInt(4) == 0) {
      tried(stage, file -> Files.createSymbolicLink(file, Path.of(pick(LED_TO))));
      return;
    }
    String entries =
        pick(
            List.of(
                "replace 1:2 1:2 ../outside/victim.py\n",
                "replace 1:2 1:2 %2e%2e/outside/victim.py\n",
                "create - 1:2 /etc/scaffold\n",
                "create - 1:2 test_it.py\n",
                "delete 1:2 - ../outside/victim.py\n",
                "delete 1:2 - test_it.py\n",
                "replace 1:2 3:4 %00\n",
                "replace 1:2 3:4 %zz\n",
                "replace\n",
                "what 1:2 3:4 x\n",
                ""));
    String journal = "scaffold-journal 1\n" + entries + pick(List.of("end\n", ""));
    String named = pick(List.of("journal", "committed"));
    write(
        stage + "/lock",
        pick(List.of("", "1\n", "999999999\n", "x")).getBytes(StandardCharsets.UTF_8));
    write(stage + "/" + named, journal.getBytes(StandardCharsets.UTF_8));
    for (String name : List.of("old/0", "new/0", "created/test_it.py", "created")) {
      if (random.nextBoolean()) {
        tried(
            stage + "/" + name,
            file -> Files.createSymbolicLink(file, Path.of("../../../outside/victim.py")));
      } else if (random.nextBoolean()) {
        write(stage + "/" + name, "x".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void write(String name, byte[] content) {
    tried(name, file -> Files.write(file, content));
  }

  private interface Making {
    void at(Path file) throws IOException;
  }

  /** Whether the part of a path that is there lies in the project: nothing is made elsewhere. */
  private boolean isInside(Path folder) throws IOException {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.resolve("..").normalize();
    }
    return there.toRealPath().startsWith(sandbox.project().toRealPath());
  }

  /** What cannot be there, because something else is or the name is too long, is not there. */
  private void tried(String name, Making making) {
    try {
      Path file = sandbox.project().resolve(name);
      Path folder = file.resolveSibling("");
      if (!isInside(folder)) {
        return;
      }
      Files.createDirectories(folder);
      // Never through a link, or into a pipe, that chance has put there before.
      if (folder.toRealPath().startsWith(sandbox.project().toRealPath())
          && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        making.at(file);
        names.add(name);
      }
    } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
      // As said above.
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
