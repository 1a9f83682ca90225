package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.WriteFailedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.cli.add.AddCommand;
import dev.loopscope.scaffold.cli.adopt.AdoptCommand;
import dev.loopscope.scaffold.cli.apply.ApplyCommand;
import dev.loopscope.scaffold.cli.check.CheckCommand;
import dev.loopscope.scaffold.cli.completion.CompletionCommand;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.Delivery;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.cli.create.NewCommand;
import dev.loopscope.scaffold.cli.doctor.DoctorCommand;
import dev.loopscope.scaffold.cli.explain.ExplainCommand;
import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.map.MapCommand;
import dev.loopscope.scaffold.cli.trace.TraceCommand;
import dev.loopscope.scaffold.cli.undo.UndoCommand;
import dev.loopscope.scaffold.cli.update.UpdateCommand;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command above the commands: finds the one that is meant, runs it, and turns whatever comes of
 * it into text and an exit code. Only the command that is meant is built.
 */
public final class Scaffold {
  private static final List<String> OPTIONS =
      List.of("--help", "-h", "--version", "-V", ColourArgument.OPTION.word());
  private static final String SEE_HELP = "`scaffold --help` lists the commands";

  private final Console console;
  private final Path workingDirectory;
  private final boolean debug;
  private final Questions questions;
  private final Disk disk;
  private final Optional<String> active;

  /**
   * Prints to {@code console} and takes relative directories from {@code workingDirectory}.
   *
   * @param debug whether a defect is printed with its stack
   */
  public Scaffold(Console console, Path workingDirectory, boolean debug) {
    this(console, workingDirectory, debug, Questions.ALL);
  }

  /** As the other one, but asks {@code questions}. */
  Scaffold(Console console, Path workingDirectory, boolean debug, Questions questions) {
    this(console, workingDirectory, debug, questions, Disk.real());
  }

  /** As the other one, but writes to {@code disk}. */
  Scaffold(Console console, Path workingDirectory, boolean debug, Questions questions, Disk disk) {
    this(console, workingDirectory, debug, questions, disk, Optional.empty());
  }

  private Scaffold(
      Console console,
      Path workingDirectory,
      boolean debug,
      Questions questions,
      Disk disk,
      Optional<String> active) {
    this.active = active;
    this.console = console;
    this.disk = disk;
    this.workingDirectory = workingDirectory;
    this.debug = debug;
    this.questions = questions;
  }

  /** The same, in a shell whose {@code VIRTUAL_ENV} is this. */
  public Scaffold in(Optional<String> virtualEnvironment) {
    return new Scaffold(console, workingDirectory, debug, questions, disk, virtualEnvironment);
  }

  /** Runs one command line. Throws nothing. */
  public ExitCode run(String... arguments) {
    try {
      ColourArgument colour = ColourArgument.of(List.of(arguments));
      colour.mode().ifPresent(console::colour);
      ExitCode end = dispatch(colour.rest());
      return console.flush() == Delivery.BROKEN ? unprinted() : end;
    } catch (TargetRefusedException e) {
      return refuse(e, ExitCode.REFUSED);
    } catch (WriteFailedException e) {
      return refuse(e, ExitCode.WRITE_FAILED);
    } catch (RefusalException e) {
      return refuse(e, ExitCode.USAGE);
    } catch (RuntimeException | Error e) {
      console.defect(e);
      if (debug) {
        console.trace(e);
      }
      return ExitCode.DEFECT;
    }
  }

  private ExitCode dispatch(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    switch (first) {
      case "check" -> {
        return new CheckCommand(console, workingDirectory, disk, active).run(rest);
      }
      case "update" -> {
        return new UpdateCommand(console, workingDirectory, questions, disk).run(rest);
      }
      case "adopt" -> {
        return new AdoptCommand(console, workingDirectory, questions, disk).run(rest);
      }
      case "apply" -> {
        return new ApplyCommand(console, workingDirectory, disk).run(rest);
      }
      case "undo" -> {
        return new UndoCommand(console, workingDirectory, questions, disk).run(rest);
      }
      case "doctor" -> {
        return new DoctorCommand(console, workingDirectory, active, this::checked).run(rest);
      }
      case "trace" -> {
        return new TraceCommand(console, workingDirectory, active, this::checked, disk).run(rest);
      }
      case "map" -> {
        return new MapCommand(console, workingDirectory, disk, active).run(rest);
      }
      case "new" -> {
        return new NewCommand(console, workingDirectory, questions, disk).run(rest);
      }
      case "add" -> {
        return new AddCommand(console, workingDirectory, questions, disk).run(rest);
      }
      case "explain" -> new ExplainCommand(console, Commands.syntaxes(questions)).run(rest);
      case "completion" -> new CompletionCommand(console, Commands.syntaxes(questions)).run(rest);
      case "--help", "-h", "help" -> help(rest);
      case "--version", "-V", "version" -> console.line("scaffold " + ScaffoldVersion.current());
      default -> throw new RefusalException(noCommand(first));
    }
    return ExitCode.DONE;
  }

  /** What check says of a directory, as JSON. */
  private String checked(Path directory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console quiet = new Console(out, OutputStream.nullOutputStream(), Terminal.none());
    ExitCode end =
        new CheckCommand(quiet, workingDirectory, disk, active)
            .run(List.of("--json", "--exit-zero", "--", directory.toString()));
    if (end != ExitCode.DONE || quiet.flush() != Delivery.WHOLE) {
      throw new IllegalStateException("check ended with " + end);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void help(List<String> topics) {
    int width = console.terminal().width();
    String topic = topics.isEmpty() ? "help" : topics.get(0);
    if (List.of("help", "version", "--help", "-h").contains(topic)) {
      console.lines(MainHelp.text(width));
      return;
    }
    Optional<CommandSyntax> command = Commands.find(topic, questions);
    if (command.isPresent()) {
      console.lines(command.get().usage(width));
    } else {
      new ExplainCommand(console, Commands.syntaxes(questions)).run(topics);
    }
  }

  /** What a command does comes before what it prints, so that by now it is done. */
  private ExitCode unprinted() {
    console.refuse(
        new Refusal("the output could not be printed", "standard output", console.unprintedNext()));
    return ExitCode.UNPRINTED;
  }

  private static Refusal noCommand(String first) {
    if (first.isEmpty()) {
      return new Refusal(
          "no command is named", "scaffold", "try `scaffold new DIRECTORY`; " + SEE_HELP);
    }
    boolean option = first.startsWith("-");
    List<String> words = option ? OPTIONS : Commands.words();
    String next =
        Spelling.nearest(first, words)
            .map(word -> "did you mean `" + word + "`? " + SEE_HELP)
            .orElse(
                option ? "name a command first, and its options behind it; " + SEE_HELP : SEE_HELP);
    return new Refusal(
        "`" + first + "` is no " + (option ? "option of scaffold" : "command"),
        "scaffold " + first,
        next);
  }

  private ExitCode refuse(RefusalException e, ExitCode end) {
    console.refuse(e.refusal());
    return end;
  }
}
