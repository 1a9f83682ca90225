package dev.loopscope.scaffold.cli.doctor;

import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one project.
 *
 * @param directory the project's
 * @param typed the same as it was typed
 * @param active the virtual environment that the shell is in
 * @param check what {@code scaffold check --json} says of a directory
 */
record Examination(
    Path directory, String typed, Optional<String> active, Function<Path, String> check) {
  private static final List<String> PLUGINS =
      List.of("pytest", "pytest-asyncio", "anyio", "trio", "uvloop", "hypothesis", "pytest-xdist");
  private static final String DEFAULT_PYTHON = "python3";
  private static final int OLDEST_MINOR = 10;
  private static final int FIRST_PIP_WITH_GROUPS = 2501;

  /** Everything, in the order in which one depends on another. */
  List<Diagnosis> all() {
    List<Diagnosis> all = new ArrayList<>();
    all.add(
        Diagnosis.well("java", System.getProperty("java.version", "") + ", which runs scaffold"));
    Optional<Path> environment = environment();
    String program = environment.map(PythonProbe::in).orElse(DEFAULT_PYTHON);
    Optional<PythonProbe> python = PythonProbe.of(program);
    all.add(python.map(Examination::python).orElseGet(() -> noPython(program)));
    all.add(environment.map(this::told).orElseGet(this::noEnvironment));
    python.ifPresent(it -> all.add(pip(it)));
    all.add(
        PythonProbe.printed(List.of("uv", "--version"))
            .map(it -> Diagnosis.well("uv", it.strip().replaceFirst("^uv ", "")))
            .orElseGet(() -> Diagnosis.well("uv", "not on the PATH; pip does as well")));
    if (environment.isPresent()) {
      python.ifPresent(it -> all.addAll(installed(it)));
    }
    all.add(checked());
    return List.copyOf(all);
  }

  private Optional<Path> environment() {
    Path own = directory.resolve(".venv");
    return Files.exists(own.resolve("bin/python"))
        ? Optional.of(own)
        : active.filter(it -> !it.isEmpty()).map(directory::resolve);
  }

  private Diagnosis told(Path environment) {
    Path shown =
        environment.startsWith(directory) ? directory.relativize(environment) : environment;
    return Diagnosis.well("environment", shown.toString());
  }

  private boolean isSuite() {
    return Files.exists(directory.resolve(".scaffold/answers.toml"));
  }

  private Diagnosis noEnvironment() {
    return Diagnosis.ill(
        "environment",
        "none: there is no .venv, and no environment is active",
        (typed.equals(".") ? "" : "cd " + ShellWord.path(typed) + " && ")
            + "python3 -m venv .venv"
            + (isSuite() ? " && " : "; ")
            + install(".venv/bin/python"));
  }

  /** How scaffold's own suites are installed is known; how another project is, it alone says. */
  private String install(String python) {
    String command = ShellWord.quoted(python) + " -m pip install -e . --group dev";
    return isSuite()
        ? command
        : "install the project with what its tests need, such as by " + command;
  }

  private static Diagnosis python(PythonProbe python) {
    String[] parts = python.version().split("[.]", -1);
    boolean old =
        Integer.parseInt(parts[0]) < 3
            || (parts[0].equals("3") && Integer.parseInt(parts[1]) < OLDEST_MINOR);
    String found = python.version() + ", " + python.program();
    return old
        ? Diagnosis.ill("python", found, "install Python 3.10 or newer, which suites need")
        : Diagnosis.well("python", found);
  }

  private static Diagnosis noPython(String program) {
    return Diagnosis.ill(
        "python",
        "`" + program + "` does not answer",
        program.equals(DEFAULT_PYTHON)
            ? "install Python 3.10 or newer"
            : "make the environment anew: python3 -m venv --clear .venv");
  }

  private static Diagnosis pip(PythonProbe python) {
    String version = python.installed().getOrDefault("pip", "");
    String program = ShellWord.quoted(python.program());
    String upgrade = program + " -m pip install --upgrade pip";
    if (version.isEmpty()) {
      boolean uv = PythonProbe.printed(List.of("uv", "--version")).isPresent();
      return uv
          ? Diagnosis.well("pip", "not in this environment; uv installs into it")
          : Diagnosis.ill("pip", "none", program + " -m ensurepip --upgrade");
    }
    String[] parts = version.split("[.]", -1);
    int number =
        parts.length < 2 || !parts[0].matches("[0-9]{1,4}") || !parts[1].matches("[0-9]{1,2}")
            ? FIRST_PIP_WITH_GROUPS
            : Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
    return number < FIRST_PIP_WITH_GROUPS
        ? Diagnosis.ill("pip", version + ", which does not know --group before 25.1", upgrade)
        : Diagnosis.well("pip", version);
  }

  private List<Diagnosis> installed(PythonProbe python) {
    List<Diagnosis> all = new ArrayList<>();
    Map<String, String> installed = python.installed();
    for (String plugin : PLUGINS) {
      if (installed.containsKey(plugin)) {
        all.add(Diagnosis.well(plugin, installed.get(plugin)));
      }
    }
    String install = install(python.program());
    if (!installed.containsKey("pytest")) {
      all.add(Diagnosis.ill("pytest", "not installed", install));
    } else if (!installed.containsKey("pytest-asyncio") && !installed.containsKey("anyio")) {
      all.add(Diagnosis.ill("plugins", "neither pytest-asyncio nor anyio is installed", install));
    }
    python.conflicts().forEach(it -> all.add(Diagnosis.ill("conflict", it, install)));
    return all;
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number number ? number.intValue() : 0;
  }

  private Diagnosis checked() {
    String command = "scaffold check" + (typed.equals(".") ? "" : " " + ShellWord.path(typed));
    try {
      Map<?, ?> report = (Map<?, ?>) JsonReader.read(check.apply(directory));
      int errors = number(report.get("errors"));
      int warnings = number(report.get("warnings"));
      return errors + warnings == 0
          ? Diagnosis.well("check", "nothing found")
          : Diagnosis.ill(
              "check",
              "errors: " + errors + ", warnings: " + warnings,
              "`" + command + "` tells them, and what mends them");
    } catch (RefusalException e) {
      Refusal refusal = e.refusal();
      return Diagnosis.ill("check", refusal.what() + ", at " + refusal.where(), refusal.next());
    } catch (JsonException e) {
      throw new IllegalStateException("check printed no JSON", e);
    }
  }
}
