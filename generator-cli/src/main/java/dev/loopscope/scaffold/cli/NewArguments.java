package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Archetype;
import dev.loopscope.scaffold.answers.Backends;
import dev.loopscope.scaffold.answers.Ci;
import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.DistributionName;
import dev.loopscope.scaffold.answers.ImportName;
import dev.loopscope.scaffold.answers.LoopScope;
import dev.loopscope.scaffold.answers.MavenCoordinates;
import dev.loopscope.scaffold.answers.PythonFloor;
import dev.loopscope.scaffold.answers.ResourceName;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What was typed after {@code scaffold new}, and the answers it amounts to. */
final class NewArguments {
  private final ParseResult parsed;

  private NewArguments(ParseResult parsed) {
    this.parsed = parsed;
  }

  /**
   * Reads the arguments. Values are looked at when they are asked for.
   *
   * @throws RefusalException if there is an argument that the command does not take
   */
  static NewArguments parse(List<String> arguments) {
    return new NewArguments(CommandLines.parse(spec(), arguments));
  }

  static String usage(int width) {
    CommandSpec spec = spec();
    spec.usageMessage()
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(MainHelp.exitCodes())
        .footer("", "`scaffold explain --loop-scope` and so on tell more about an option.");
    return CommandLines.usage(spec, width);
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandLines.command(
            "scaffold new",
            "Writes an async pytest suite in which fixtures and tests share their event loop.");
    spec.addPositional(
        CommandLines.positional(
            "DIRECTORY", "1", "where to: a directory that is new or empty; . for this one"));
    for (NewOption option : NewOption.ALL) {
      spec.addOption(option.spec());
    }
    return spec.addOption(CommandLines.help());
  }

  boolean help() {
    return parsed.isUsageHelpRequested();
  }

  boolean dryRun() {
    return flag(NewOption.DRY_RUN);
  }

  boolean json() {
    return flag(NewOption.JSON);
  }

  /** The directory as it was typed. */
  String directory() {
    return parsed.matchedPositionalValue(0, "");
  }

  /**
   * The directory's path.
   *
   * @throws RefusalException if the file system has no such paths, or if the path is relative and
   *     {@code workingDirectory} cannot be found under the name that Java has for it
   */
  Path path(Path workingDirectory) {
    String next = "name a directory that is new or empty, or . for this one";
    if (directory().isEmpty()) {
      throw new RefusalException(new Refusal("DIRECTORY is empty", "scaffold new ''", next));
    }
    try {
      Path path = workingDirectory.resolve(directory());
      if (!Path.of(directory()).isAbsolute()) {
        WorkingDirectory.requireFound(workingDirectory);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new RefusalException(
          new Refusal("DIRECTORY cannot be a path: " + e.getReason(), directory(), next), e);
    }
  }

  /**
   * The archetype that was asked for, or that the backends decide.
   *
   * @throws RefusalException if it cannot run the backends
   */
  Decision decision() {
    return DecisionMatrix.decide(backends(), value(NewOption.ARCHETYPE).map(Archetype::parse));
  }

  /**
   * The answers, for a directory whose own name is {@code directoryName}.
   *
   * @throws RefusalException if a value is not one that its option takes
   */
  Answers answers(Archetype archetype, Optional<String> directoryName) {
    DistributionName name = name(directoryName);
    return new Answers(
        name,
        value(NewOption.PACKAGE).map(ImportName::new).orElseGet(name::importName),
        archetype,
        backends(),
        LoopScope.parse(valueOrFallback(NewOption.LOOP_SCOPE)),
        new ResourceName(valueOrFallback(NewOption.RESOURCE)),
        PythonFloor.parse(valueOrFallback(NewOption.PYTHON)),
        flag(NewOption.HYPOTHESIS),
        Ci.parse(valueOrFallback(NewOption.CI)),
        coordinates());
  }

  private Backends backends() {
    return Backends.parse(valueOrFallback(NewOption.BACKENDS));
  }

  private DistributionName name(Optional<String> directoryName) {
    Optional<String> given = value(NewOption.NAME);
    if (given.isPresent()) {
      return new DistributionName(given.get());
    }
    try {
      return new DistributionName(directoryName.orElse(""));
    } catch (RefusalException e) {
      throw new RefusalException(
          new Refusal(e.refusal().what(), "the name of " + directory(), e.refusal().next()), e);
    }
  }

  private Optional<MavenCoordinates> coordinates() {
    if (flag(NewOption.MAVEN)) {
      return Optional.of(
          new MavenCoordinates(
              valueOrFallback(NewOption.GROUP_ID), valueOrFallback(NewOption.VERSION)));
    }
    for (NewOption option : List.of(NewOption.GROUP_ID, NewOption.VERSION)) {
      if (value(option).isPresent()) {
        throw new RefusalException(
            new Refusal(
                option.word() + " is for the pom.xml, and none is asked for",
                option.word() + " " + value(option).get(),
                "add --maven, or leave " + option.word() + " out"));
      }
    }
    return Optional.empty();
  }

  private Optional<String> value(NewOption option) {
    return Optional.ofNullable(parsed.matchedOptionValue(option.word(), null));
  }

  private String valueOrFallback(NewOption option) {
    return value(option).orElse(option.fallback());
  }

  private boolean flag(NewOption option) {
    return parsed.matchedOptionValue(option.word(), false);
  }
}
