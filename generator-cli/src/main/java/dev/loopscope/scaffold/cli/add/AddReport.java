package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.cli.line.ConclusionLines;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.line.TreeLines;
import dev.loopscope.scaffold.placing.AddedLine;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code scaffold add} tells people about a run.
 *
 * @param directory as it was typed
 * @param written whether the plan is on the disk
 * @param terminal what it is shown on
 */
record AddReport(String directory, boolean written, Addition addition, Terminal terminal) {
  /** What happened, why this archetype, what was concluded, and what to do next. */
  String text() {
    StringBuilder text = new StringBuilder();
    List<Change> changes = addition.plan().changes();
    if (changes.isEmpty()) {
      text.append("Nothing to do: ").append(addition.directory()).append("/ is as it would be\n");
      return ConclusionLines.shown(text.toString());
    }
    text.append(written ? "Added " : "Would add ").append(addition.plan().creations().size());
    text.append(" files in ").append(addition.directory()).append("/\n");
    Decision decision = addition.decision();
    String because = decision.archetype().word() + ": because " + decision.reason();
    text.append(Paragraph.of(because, "", "", terminal.resultWidth())).append('\n');
    if (written) {
      text.append(tree()).append('\n');
    } else {
      text.append(conclusions()).append('\n');
      appendFiles(text);
    }
    appendEdits(text);
    for (String note : addition.notes()) {
      text.append(Paragraph.of(note, "note: ", "      ", terminal.resultWidth()));
    }
    if (written) {
      appendNext(text);
    }
    return ConclusionLines.shown(text.toString());
  }

  /** What a person is shown before it is written: all files, and the lines of others. */
  String preview() {
    StringBuilder edits = new StringBuilder();
    appendEdits(edits);
    String between = edits.isEmpty() ? "" : "\n";
    return ConclusionLines.shown(conclusions() + "\n" + tree() + between + edits);
  }

  /** The files that are made, a line each. */
  private String tree() {
    String start = addition.directory() + "/";
    List<RenderedFile> files = new ArrayList<>();
    for (Change.Create it : addition.plan().creations()) {
      if (it.path().startsWith(start)) {
        files.add(new RenderedFile(it.path().substring(start.length()), it.text()));
      }
    }
    return TreeLines.of(new FileTree(files), start, terminal.width());
  }

  /** Each conclusion, with the lines it was drawn from and the option that overrules it. */
  String conclusions() {
    return ConclusionLines.text(addition.conclusions());
  }

  static String place(Location it) {
    return ConclusionLines.place(it);
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
