package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.picture.MapFile;
import dev.loopscope.scaffold.cli.picture.MapForm;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TraceReader;
import dev.loopscope.scaffold.trace.TracedSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code scaffold trace}: runs a suite, and tells what lived on which loop. */
public final class TraceCommand {
  private static final String REST = "--";

  /** What it takes. */
  public static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "scaffold trace",
          "Runs a suite with the project's own pytest, and tells which loops there were, what"
              + " crossed from one to another, and what passes for what it is not.",
          List.of(
              new Example("scaffold trace", "the suite of this directory"),
              new Example("scaffold trace demo -- -k orders", "what is behind -- goes to pytest"),
              new Example("scaffold trace --map loops.html", "draws it, for the browser"),
              new Example("scaffold trace --fail-on crossing,lie", "for CI"),
              new Example("scaffold trace --json > trace.json", "for `check --trace`, and --from")),
          new Positional(
              "DIRECTORY", false, false, "where pytest is to be run (default: this one)"),
          TraceOptions.ALL,
          "It installs nothing, writes nothing but the map that is asked for, and changes no"
              + " result."
              + " `scaffold explain trace` tells what it looks at.");

  private final Console console;
  private final Path workingDirectory;
  private final Optional<String> active;
  private final Function<Path, String> check;
  private final Disk disk;

  /**
   * Prints to {@code console}.
   *
   * @param active the virtual environment that the shell is in
   * @param check what {@code scaffold check --json} says of a directory
   * @param disk where maps are written
   */
  public TraceCommand(
      Console console,
      Path workingDirectory,
      Optional<String> active,
      Function<Path, String> check,
      Disk disk) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.active = active;
    this.check = check;
    this.disk = disk;
  }

  /** Runs pytest, and tells what was seen. */
  public ExitCode run(List<String> arguments) {
    int rest = arguments.indexOf(REST);
    TypedArguments asked = SYNTAX.read(rest < 0 ? arguments : arguments.subList(0, rest));
    if (asked.help()) {
      console.lines(SYNTAX.usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    List<String> ofPytest = rest < 0 ? List.of() : arguments.subList(rest + 1, arguments.size());
    List<String> failing = failing(asked);
    List<MapFile> maps = maps(asked);
    Interruption held = Interruption.held();
    try {
      return told(asked, rest >= 0, ofPytest, failing, maps);
    } finally {
      held.end();
    }
  }

  private ExitCode told(
      TypedArguments asked,
      boolean hasRest,
      List<String> ofPytest,
      List<String> failing,
      List<MapFile> maps) {
    TracedRun run =
        asked.value(TraceOptions.FROM).isPresent()
            ? recorded(asked, hasRest)
            : traced(asked, ofPytest);
    LoopMap map = MapOfRun.of(run);
    for (MapFile file : maps) {
      file.write(map, disk);
      console.note("wrote the map to " + file.typed());
    }
    console.lines(
        asked.has(TraceOptions.JSON)
            ? TraceJson.of(run)
            : new TraceText(console.terminal().width(), console.terminal().resultColours())
                .of(run));
    console.flush();
    boolean crossing = failing.contains(TraceOptions.CROSSING) && !run.causes().isEmpty();
    boolean lie = failing.contains(TraceOptions.LIE) && !run.trace().lies().isEmpty();
    boolean unknown = !failing.isEmpty() && !run.trace().isKnown();
    return crossing || lie || unknown ? ExitCode.FINDINGS : ExitCode.ofPytest(run.exit());
  }

  private static List<String> failing(TypedArguments asked) {
    Optional<String> typed = asked.value(TraceOptions.FAIL_ON);
    List<String> words =
        typed.stream()
            .flatMap(it -> Arrays.stream(it.split(",", -1)))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .toList();
    Optional<String> other =
        words.stream().filter(it -> !TraceOptions.FAIL_ON.values().contains(it)).findFirst();
    if (other.isPresent() || (typed.isPresent() && words.isEmpty())) {
      throw new RefusalException(
          new Refusal(
              other
                  .map(it -> "`" + it + "` is nothing that a trace can fail on")
                  .orElse(TraceOptions.FAIL_ON.word() + " names nothing"),
              "scaffold trace " + TraceOptions.FAIL_ON.word() + " " + typed.orElse(""),
              Spelling.advice(other.orElse(""), TraceOptions.FAIL_ON.values())));
    }
    return words;
  }

  /** Where maps are asked for, none of which would be refused after the run. */
  private List<MapFile> maps(TypedArguments asked) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    return MapFile.asked(MapForm.ALL, asked::value, here);
  }

  /** What was recorded before: it ends with 0, unless --fail-on says something else. */
  private TracedRun recorded(TypedArguments asked, boolean hasRest) {
    if (hasRest || asked.first().isPresent() || asked.has(TraceOptions.INTERPRETER)) {
      throw new RefusalException(
          new Refusal(
              "--from tells of a run that was recorded, and runs nothing",
              "scaffold trace --from",
              "leave DIRECTORY, --interpreter and what is behind -- out, or --from"));
    }
    Path here = workingDirectory.toAbsolutePath().normalize();
    RecordedFile file = RecordedFile.read(asked.value(TraceOptions.FROM).orElseThrow(), here);
    Trace trace = file.trace();
    Optional<TracedSession> session = trace.sessions().stream().findFirst();
    return new TracedRun(
        session.map(TracedSession::root).orElse(""),
        new ChosenPython(file.typed(), "as recorded"),
        session.map(TracedSession::python).orElse(""),
        session.map(TracedSession::pytest).orElse(""),
        ExitCode.DONE.number(),
        trace,
        CrossingCause.of(trace),
        session
            .flatMap(it -> PathText.resolve(here, it.root()))
            .filter(Files::isDirectory)
            .map(it -> advice(trace, it))
            .orElseGet(() -> new Advice(List.of(), here, here)));
  }

  private TracedRun traced(TypedArguments asked, List<String> ofPytest) {
    String typed = asked.first().orElse(".");
    Path directory =
        PathText.resolve(workingDirectory.toAbsolutePath().normalize(), typed)
            .filter(Files::isDirectory)
            .orElseThrow(
                () ->
                    new TargetRefusedException(
                        new Refusal(
                            "there is no directory to run pytest in",
                            typed,
                            "name the directory of a project, or . for this one")));
    Found found = find(asked.value(TraceOptions.INTERPRETER), directory);
    try (Keeper keeper = found.keeper()) {
      console.note("tracing with " + found.python().program() + ", " + found.python().why());
      console.flush();
      int exit =
          new PytestProcess(console, asked.has(TraceOptions.JSON))
              .run(found.python(), keeper, directory, ofPytest);
      Trace trace = TraceReader.read(keeper.lines());
      return new TracedRun(
          typed,
          found.python(),
          keeper.python(),
          keeper.pytest(),
          exit,
          trace,
          CrossingCause.of(trace),
          advice(trace, directory));
    } catch (IOException e) {
      throw new TargetRefusedException(
          new Refusal(
              "pytest cannot be run: " + Failures.reason(e),
              found.python().program(),
              "name another Python with " + TraceOptions.INTERPRETER.word()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pytest ran", e);
    }
  }

  private Advice advice(Trace trace, Path directory) {
    Path working = workingDirectory.toAbsolutePath().normalize();
    // What lies elsewhere is named from there on.
    Path here = directory.startsWith(working) ? working : directory;
    Path root =
        trace.sessions().stream()
            .findFirst()
            .map(TracedSession::root)
            .map(Path::of)
            .orElse(directory);
    if (trace.crossings().isEmpty()) {
      return new Advice(List.of(), here, root);
    }
    try {
      return Advice.of(check.apply(directory), here, root);
    } catch (RefusalException e) {
      // What check cannot read was run all the same.
      return new Advice(List.of(), here, root);
    }
  }

  /** A Python that has pytest, and keeps the directory of the run. */
  private record Found(ChosenPython python, Keeper keeper) {}

  private Found find(Optional<String> typed, Path directory) {
    List<ChosenPython> all =
        typed
            .map(it -> List.of(new ChosenPython(program(it), "as asked for")))
            .orElseGet(() -> new PythonSearch(directory, active).all());
    for (ChosenPython python : all) {
      Optional<Keeper> keeper = Keeper.start(python.program());
      if (keeper.isPresent() && !keeper.get().pytest().isEmpty()) {
        return new Found(python, keeper.get());
      }
      keeper.ifPresent(
          it -> {
            it.close();
            console.note("passed over " + python.program() + ", " + python.why() + ": no pytest");
          });
    }
    throw new TargetRefusedException(
        new Refusal(
            typed.isPresent()
                ? "this is no Python that has pytest"
                : "no Python of this project has pytest",
            typed.orElse(directory.toString()),
            "install what its tests need, or name its Python: "
                + TraceOptions.INTERPRETER.typed()));
  }

  /** What has a slash in it is a file; anything else is looked for on the PATH. */
  private String program(String typed) {
    return typed.contains("/")
        ? PathText.resolve(workingDirectory.toAbsolutePath(), typed)
            .map(Path::toString)
            .orElse(typed)
        : typed;
  }
}
