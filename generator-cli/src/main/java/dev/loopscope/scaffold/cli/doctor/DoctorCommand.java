package dev.loopscope.scaffold.cli.doctor;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import dev.loopscope.scaffold.text.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code scaffold doctor}: tells what a project's tests need on this machine, and what to do. */
public final class DoctorCommand {
  static final Option JSON = new Option("--json", "", "prints it as JSON", "off", "");
  private static final int TOPIC = 16;

  /** What it takes. */
  public static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "scaffold doctor",
          "Looks at Python, pip, the environment, the plugins in it and what check says, and tells"
              + " what to do. It changes nothing.",
          List.of(
              new Example("scaffold doctor", "the project of this directory"),
              new Example("scaffold doctor demo --json", "for programs; ends with 1 if ill")),
          new Positional("DIRECTORY", false, false, "the project's (default: this one)"),
          List.of(JSON),
          "");

  private final Console console;
  private final Path workingDirectory;
  private final Optional<String> active;
  private final Function<Path, String> check;

  /**
   * Prints to {@code console}.
   *
   * @param active the virtual environment that the shell is in
   * @param check what {@code scaffold check --json} says of a directory
   */
  public DoctorCommand(
      Console console,
      Path workingDirectory,
      Optional<String> active,
      Function<Path, String> check) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.active = active;
    this.check = check;
  }

  /** Looks, and tells. */
  public ExitCode run(List<String> arguments) {
    TypedArguments asked = SYNTAX.read(arguments);
    if (asked.help()) {
      console.lines(SYNTAX.usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    String typed = asked.first().orElse(".");
    Path directory =
        PathText.resolve(workingDirectory.toAbsolutePath().normalize(), typed)
            .filter(Files::isDirectory)
            .orElseThrow(
                () ->
                    new TargetRefusedException(
                        new Refusal(
                            "there is no directory to look at",
                            typed,
                            "name the directory of a project, or . for this one")));
    List<Diagnosis> all = new Examination(directory, typed, active, check).all();
    console.lines(asked.has(JSON) ? json(typed, all) : text(all));
    return all.stream().anyMatch(Diagnosis::isIll) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private String text(List<Diagnosis> all) {
    int width = console.terminal().width();
    boolean colours = console.terminal().resultColours();
    StringBuilder text = new StringBuilder();
    for (Diagnosis it : all) {
      String mark = it.isIll() ? "do    " : "ok    ";
      String first = it.topic() + " ".repeat(Math.max(1, TOPIC - it.topic().length()));
      String lines =
          Paragraph.of(Printable.escaped(it.found()), mark + first, " ".repeat(6 + TOPIC), width);
      text.append(it.isIll() ? Style.ERROR.of(mark.strip(), colours) : mark.strip());
      text.append(lines, mark.strip().length(), lines.length());
      it.next()
          .ifPresent(
              next ->
                  text.append(
                      Paragraph.of(
                          "next: " + Printable.escaped(next),
                          " ".repeat(6 + TOPIC),
                          " ".repeat(6 + TOPIC + 6),
                          width)));
    }
    long ill = all.stream().filter(Diagnosis::isIll).count();
    return text.append('\n')
        .append(
            ill == 0
                ? "Nothing needs doing.\n"
                : ill + (ill == 1 ? " thing needs" : " things need") + " doing.\n")
        .toString();
  }

  private static String json(String typed, List<Diagnosis> all) {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(ScaffoldVersion.current());
    json.key("command").string("doctor");
    json.key("directory").string(typed);
    json.key("diagnoses").open("[");
    for (Diagnosis it : all) {
      json.open("{").key("topic").string(it.topic()).key("found").string(it.found());
      json.key("well").bool(!it.isIll());
      it.next().ifPresent(next -> json.key("next").string(next));
      json.close("}");
    }
    json.close("]");
    return json.close("}").text();
  }
}
