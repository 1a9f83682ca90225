package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.change.merge.Fate;
import dev.loopscope.scaffold.change.merge.MergedFile;
import dev.loopscope.scaffold.change.merge.MergedText;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.refusal.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Modules in which one side is taken wherever the two contradict each other. Where one side imports
 * what the other uses in a place that is no conflict, nothing binds that name any more, and the
 * module cannot be imported: then no side is to be taken.
 */
final class TakenSide {
  /** The names in a module: those that imports bind, those that definitions do, and all. */
  private record Names(Set<String> imported, Set<String> defined, Set<String> all) {
    static Names of(String text) {
      Names names = new Names(new HashSet<>(), new HashSet<>(), new TreeSet<>());
      Walk.preOrder(
          Parser.parse(SourceText.of(text)).module(),
          node -> {
            if (node instanceof Clause.Alias alias) {
              names.imported().add(alias.asName().orElse(alias.name().replaceFirst("\\..*", "")));
            } else if (node instanceof FunctionDef function) {
              names.defined().add(function.name().id());
            } else if (node instanceof ClassDef type) {
              names.defined().add(type.name().id());
            } else if (node instanceof Primary.Name name) {
              names.all().add(name.id());
            }
          });
      return names;
    }
  }

  private TakenSide() {}

  /**
   * Looks at each module in which a side is going to be taken.
   *
   * @throws TargetRefusedException if one of them would use a name that nothing binds; all are
   *     named
   */
  static void requireWhole(ConflictChoice choice, Path directory, List<MergedFile> files) {
    List<String> broken = new ArrayList<>();
    for (MergedFile file : files) {
      if (file.path().endsWith(".py") && file.conflicts() > 0) {
        List<String> unbound = unbound(choice, file.after().orElseThrow());
        if (!unbound.isEmpty()) {
          broken.add(file.path() + " (" + String.join(", ", unbound) + ")");
        }
      }
    }
    if (choice == ConflictChoice.THEIRS) {
      requireThere(directory, files);
    }
    if (!broken.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "with "
                  + choice.word()
                  + " taken, names that are used would not be imported any more; nothing was"
                  + " written",
              directory + ": " + String.join(", ", broken),
              "pass --on-conflict skip to keep all modules as they are, or markers to decide place"
                  + " by place"));
    }
  }

  /** The templates' side imports the example, in whose place somebody put their own perhaps. */
  private static void requireThere(Path directory, List<MergedFile> files) {
    List<String> broken = new ArrayList<>();
    for (MergedFile deleted : files) {
      if (deleted.fate() == Fate.LEFT_OUT && deleted.path().endsWith(".py")) {
        String name = deleted.path().replaceFirst("(?s).*/", "").replaceFirst("\\.py$", "");
        Pattern imported =
            Pattern.compile("(?m)^[ \\t]*from[ \\t]+[.\\w]*\\." + Pattern.quote(name) + "[ \\t]");
        for (MergedFile file : files) {
          if (file.path().endsWith(".py")
              && file.conflicts() > 0
              && imported.matcher(file.after().orElseThrow().theirs()).find()) {
            broken.add(file.path() + " (" + deleted.path() + ")");
          }
        }
      }
    }
    if (!broken.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "with theirs taken, modules would import what was deleted here; nothing was written",
              directory + ": " + String.join(", ", broken),
              "pass --on-conflict skip to keep all modules as they are, or markers to decide place"
                  + " by place"));
    }
  }

  private static List<String> unbound(ConflictChoice choice, MergedText merged) {
    Names ours = Names.of(merged.ours());
    Names theirs = Names.of(merged.theirs());
    Names taken = choice == ConflictChoice.OURS ? ours : theirs;
    Names other = choice == ConflictChoice.OURS ? theirs : ours;
    return taken.all().stream()
        .filter(other.imported()::contains)
        .filter(it -> !taken.imported().contains(it) && !taken.defined().contains(it))
        .toList();
  }
}
