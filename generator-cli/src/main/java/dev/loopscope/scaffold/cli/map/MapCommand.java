package dev.loopscope.scaffold.cli.map;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.EnvironmentArguments;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.ReleaseArguments;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.picture.MapFile;
import dev.loopscope.scaffold.cli.picture.PredictedMap;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteSearch;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.Environments;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code scaffold map}: draws the loops of suites, and what lives on them, without a run. */
public final class MapCommand {
  /** What it takes. */
  public static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "scaffold map",
          "Draws which event loops a suite would have, the fixtures and tests on each, and what"
              + " crosses from one to another, without running anything.",
          List.of(
              new Example(
                  "scaffold map", "the suite of this directory, as " + MapOptions.PAGE_NAME),
              new Example("scaffold map tests --output map.html", "another one, to another file"),
              new Example("scaffold map --svg loops.svg", "a picture for a README"),
              new Example(
                  "scaffold map --with pytest-asyncio==0.24.0", "what that release would do")),
          new Positional(
              "DIRECTORY", false, false, "the suite, or what it lies in (default: this one)"),
          MapOptions.ALL,
          "`scaffold explain map` tells what it knows without a run, and what not;"
              + " `scaffold trace` shows what a run does.");

  private final Console console;
  private final Path workingDirectory;
  private final Disk disk;
  private final Optional<String> active;

  /**
   * Prints to {@code console}, writes to {@code disk}.
   *
   * @param active the virtual environment that the shell is in
   */
  public MapCommand(Console console, Path workingDirectory, Disk disk, Optional<String> active) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.disk = disk;
    this.active = active;
  }

  /** Reads the suite, draws it, and says what is on it. */
  public ExitCode run(List<String> arguments) {
    TypedArguments asked = SYNTAX.read(arguments);
    if (asked.help()) {
      console.lines(SYNTAX.usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    String typed = asked.first().orElse(".");
    Path directory = directory(typed);
    List<MapFile> files = files(asked);
    LoopMap map = PredictedMap.of(title(directory), suites(asked, directory));
    if (map.tests() == 0) {
      throw new TargetRefusedException(
          new Refusal(
              "pytest collects no test here",
              typed,
              "name a directory that has tests; `scaffold check` tells what it read"));
    }
    files.forEach(it -> it.write(map, disk));
    files.forEach(it -> console.line("Wrote " + it.typed() + ": " + summary(map)));
    return ExitCode.DONE;
  }

  /** None of them would be refused once the suite is read. */
  private List<MapFile> files(TypedArguments asked) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    List<MapFile> files = MapFile.asked(MapOptions.FORMS, asked::value, here);
    return files.isEmpty()
        ? List.of(MapFile.of(MapOptions.FORMS.get(0), MapOptions.PAGE_NAME, here))
        : files;
  }

  private Path directory(String typed) {
    return PathText.resolve(workingDirectory.toAbsolutePath().normalize(), typed)
        .map(Path::normalize)
        .filter(Files::isDirectory)
        .orElseThrow(
            () ->
                new TargetRefusedException(
                    new Refusal(
                        "there is no directory to draw",
                        typed,
                        "name the directory of a suite, or . for this one")));
  }

  private List<FoundSuite> suites(TypedArguments asked, Path directory) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    Path base = directory.startsWith(here) ? here : directory;
    Environments environments =
        EnvironmentArguments.read(
            SYNTAX.name(), asked.value(MapOptions.ENVIRONMENT), active, workingDirectory);
    List<Path> read = new ArrayList<>(List.of(directory));
    environments.chosen().ifPresent(read::add);
    environments.active().ifPresent(read::add);
    AskedVersions versions =
        new ReleaseArguments(SYNTAX.name())
            .asked(
                false,
                asked
                    .value(MapOptions.WITH)
                    .map(it -> List.of(it.split(",", -1)))
                    .orElse(List.of()));
    ConfigFiles files = new ConfigFiles(base, Snapshot.around(base, read), environments);
    return new SuiteSearch(List.of(directory), files).suites(versions);
  }

  private String title(Path directory) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    Path shown = directory.startsWith(here) ? here.relativize(directory) : directory;
    return shown.toString().isEmpty()
        ? Optional.ofNullable(here.getFileName()).map(Path::toString).orElse("/")
        : shown.toString();
  }

  private static String summary(LoopMap map) {
    int loops = map.panels().stream().map(MapPanel::lanes).mapToInt(List::size).sum();
    return count(map.tests(), "test")
        + ", "
        + count(loops, "loop")
        + ", "
        + count(map.crossings(), "crossing")
        + ", "
        + count(map.lies(), "lie");
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
