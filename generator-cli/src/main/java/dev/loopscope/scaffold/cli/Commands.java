package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.add.AddCommand;
import dev.loopscope.scaffold.cli.adopt.AdoptCommand;
import dev.loopscope.scaffold.cli.apply.ApplyCommand;
import dev.loopscope.scaffold.cli.check.CheckCommand;
import dev.loopscope.scaffold.cli.completion.CompletionCommand;
import dev.loopscope.scaffold.cli.create.NewCommand;
import dev.loopscope.scaffold.cli.doctor.DoctorCommand;
import dev.loopscope.scaffold.cli.explain.ExplainCommand;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.map.MapCommand;
import dev.loopscope.scaffold.cli.trace.TraceCommand;
import dev.loopscope.scaffold.cli.undo.UndoCommand;
import dev.loopscope.scaffold.cli.update.UpdateCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that can be typed: what help, completions and {@code explain} are made from. */
final class Commands {
  /** The commands that take no more than a word. */
  private static final List<String> PLAIN = List.of("help", "version");

  private Commands() {}

  /** The commands that take options, in the order help lists them. */
  static List<CommandSyntax> syntaxes(Questions questions) {
    return List.of(
        NewCommand.syntax(questions),
        AddCommand.syntax(questions),
        UpdateCommand.syntax(questions),
        AdoptCommand.syntax(questions),
        UndoCommand.SYNTAX,
        ApplyCommand.SYNTAX,
        CheckCommand.syntax(),
        ExplainCommand.syntax(),
        DoctorCommand.SYNTAX,
        TraceCommand.SYNTAX,
        MapCommand.SYNTAX,
        CompletionCommand.SYNTAX);
  }

  /** The words of all commands. */
  static List<String> words() {
    return Stream.concat(syntaxes(Questions.ALL).stream().map(CommandSyntax::word), PLAIN.stream())
        .toList();
  }

  /** What the command of this name takes; empty if there is none, or if it takes nothing. */
  static Optional<CommandSyntax> find(String word, Questions questions) {
    return syntaxes(questions).stream().filter(it -> it.word().equals(word)).findFirst();
  }
}
