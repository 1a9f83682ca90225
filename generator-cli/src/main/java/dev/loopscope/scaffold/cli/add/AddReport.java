package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.placing.AddedLine;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.Printable;
import java.util.List;

/**
 * What {@code scaffold add} tells people about a run.
 *
 * @param directory as it was typed
 * @param written whether the plan is on the disk
 */
record AddReport(String directory, boolean written, Addition addition) {
  private static final int TOPIC = 14;

  /** What happened, why this archetype, what was concluded, and what to do next. */
  String text() {
    StringBuilder text = new StringBuilder();
    List<Change> changes = addition.plan().changes();
    if (changes.isEmpty()) {
      text.append("Nothing to do: ").append(addition.directory()).append("/ is as it would be\n");
      return shown(text.toString());
    }
    text.append(written ? "Added " : "Would add ").append(addition.plan().creations().size());
    text.append(" files in ").append(addition.directory()).append("/\n");
    text.append(addition.decision().archetype().word()).append(": because ");
    text.append(addition.decision().reason()).append("\n\n");
    if (!written) {
      text.append(conclusions()).append('\n');
      appendFiles(text);
    }
    appendEdits(text);
    addition.notes().forEach(it -> text.append("note: ").append(it).append('\n'));
    if (written) {
      appendNext(text);
    }
    return shown(text.toString());
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.lines().forEach(line -> shown.append(Printable.escaped(line)).append('\n'));
    return shown.toString();
  }

  /** Each conclusion, with the lines it was drawn from and the option that overrules it. */
  String conclusions() {
    StringBuilder text = new StringBuilder("concluded (the option in brackets overrules it):\n");
    for (Conclusion it : addition.conclusions()) {
      text.append("  ").append(it.topic()).append(" ".repeat(TOPIC - it.topic().length()));
      text.append(it.value());
      String why = why(it);
      text.append(why.isEmpty() ? "" : "  " + why);
      it.option().ifPresent(option -> text.append("  [").append(option).append(']'));
      text.append('\n');
      it.open()
          .ifPresent(
              open ->
                  text.append("  ".repeat(1 + TOPIC / 2))
                      .append("not decided: ")
                      .append(open)
                      .append('\n'));
    }
    return shown(text.toString());
  }

  private static String why(Conclusion it) {
    String places = String.join(", ", it.places().stream().limit(3).map(AddReport::place).toList());
    if (places.isEmpty() || it.reason().isEmpty()) {
      return places + it.reason();
    }
    return places + ": " + it.reason();
  }

  static String place(Location it) {
    return it.path() + ":" + it.line();
  }

  private void appendFiles(StringBuilder text) {
    for (Change.Create change : addition.plan().creations()) {
      String size = Integer.toString(change.size());
      text.append(" ".repeat(Math.max(0, 7 - size.length()))).append(size);
      text.append("  ").append(change.path()).append('\n');
    }
  }

  private void appendEdits(StringBuilder text) {
    for (AddedLine line : addition.edits()) {
      String added = line.change().replacement().strip().replaceFirst("^, ", "");
      if (!added.equals(",")) {
        text.append(line.change().path()).append(':').append(line.line()).append(": ");
        text.append(line.reason()).append('\n');
        added.lines().forEach(it -> text.append("  + ").append(it.strip()).append('\n'));
      }
    }
  }

  private void appendNext(StringBuilder text) {
    text.append("next:\n");
    if (!directory.equals(".") && !directory.equals("./")) {
      text.append("  cd ").append(ShellWord.path(directory)).append('\n');
    }
    addition.commands().forEach(it -> text.append("  ").append(it).append('\n'));
  }
}
