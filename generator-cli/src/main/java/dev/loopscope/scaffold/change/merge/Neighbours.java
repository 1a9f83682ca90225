package dev.loopscope.scaffold.change.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Edits of ours that stand side by side with edits of theirs, or between their lines, and take
 * nothing of them back: whole functions, classes, tables and imports, and lines of a configuration
 * of which each is a setting of its own. A merge line by line takes them for a contradiction.
 */
final class Neighbours {
  private static final Pattern IMPORTS =
      Pattern.compile(
          "(?:(?:from[ \\t]+[.\\w]+[ \\t]+import[ \\t]+(?:\\([^()]*\\)|[^\\n(]+)"
              + "|import[ \\t]+[^\\n]+|[ \\t]*)\\n)+");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import)[ \\t]");
  private static final Pattern DEFINITIONS =
      Pattern.compile("(?:[ \\t]*\\n|(?:@|def |async def |class |\\)|#|[ \\t]+\\S)[^\\n]*\\n)+");
  private static final Pattern BEGINS =
      Pattern.compile("(?:[ \\t]*\\n)*(?:@|def |async def |class |#)");
  private static final Pattern TABLES =
      Pattern.compile("(?s)(?:[ \\t]*\\n)*(?:#[^\\n]*\\n)*\\[[^\\n]*\\n.*");
  private static final Pattern SETTINGS =
      Pattern.compile("(?:[\\w.\"-]+[ \\t]*=[^\\n]*\\n|[ \\t]+\"[^\\n]*\",[^\\n]*\\n)+");

  private final String path;
  private final Lines base;
  private final Lines ours;
  private final Lines theirs;
  private final List<Edit> their;

  /** Lines that come in the place of others: {@code order} tells what is first at one place. */
  private record Placed(int begin, int end, int order, String text) {}

  private Neighbours(String path, String base, String ours, String theirs) {
    this.path = path;
    this.base = Lines.of(base);
    this.ours = Lines.of(ours);
    this.theirs = Lines.of(theirs);
    this.their = edits(this.base, this.theirs);
  }

  /** What {@link ThreeWay#merge} comes to, with fewer contradictions if any are none. */
  static MergedText merge(String path, String base, String ours, String theirs) {
    MergedText merged = ThreeWay.merge(base, ours, theirs);
    if (merged.isClean()) {
      return merged;
    }
    MergedText other = new Neighbours(path, base, ours, theirs).merged();
    return other.conflicts() < merged.conflicts() ? other : merged;
  }

  private static List<Edit> edits(Lines from, Lines to) {
    return new HistogramDiff().diff(RawTextComparator.DEFAULT, from.raw(), to.raw());
  }

  /** What both sides have is no edit any more: so such edits are put into the base and theirs. */
  private MergedText merged() {
    List<Placed> inBase = new ArrayList<>();
    List<Placed> inTheirs = new ArrayList<>();
    for (Edit edit : their) {
      String text = theirs.text(edit.getBeginB(), edit.getEndB());
      inTheirs.add(new Placed(edit.getBeginA(), edit.getEndA(), 1, text));
    }
    for (Edit edit : edits(base, ours)) {
      String text = ours.text(edit.getBeginB(), edit.getEndB());
      for (Edit other : their) {
        boolean touches =
            edit.getBeginA() <= other.getEndA() && other.getBeginA() <= edit.getEndA();
        if (touches) {
          placed(edit, other, text, inBase, inTheirs);
          break;
        }
      }
    }
    return ThreeWay.merge(with(inBase), String.join("", ours.lines()), with(inTheirs));
  }

  private void placed(
      Edit edit, Edit other, String text, List<Placed> inBase, List<Placed> inTheirs) {
    Placed here = new Placed(edit.getBeginA(), edit.getEndA(), 1, text);
    boolean adds = edit.getBeginA() == edit.getEndA();
    if (adds && isImport(other) && IMPORTS.matcher(plain(text)).matches()) {
      inBase.add(here);
      inTheirs.add(new Placed(other.getBeginA(), other.getBeginA(), 0, text));
    } else if (adds && edit.getBeginA() == other.getEndA() && standsAlone(text, other.getEndA())) {
      inBase.add(here);
      inTheirs.add(new Placed(other.getEndA(), other.getEndA(), 2, text));
    } else if (path.endsWith(".toml") && isApart(edit, other) && areSettings(edit, text)) {
      inBase.add(here);
      inTheirs.add(here);
    }
  }

  /** Whether the first line that they changed is an import, so that another may stand above it. */
  private boolean isImport(Edit other) {
    return path.endsWith(".py")
        && other.getBeginA() < other.getEndA()
        && IMPORT.matcher(base.lines().get(other.getBeginA())).lookingAt();
  }

  /** Whether it is whole in itself, and what follows it as well. */
  private boolean standsAlone(String text, int next) {
    String plain = plain(text);
    String after = next < base.lines().size() ? base.lines().get(next) : "";
    if (after.startsWith(" ") || after.startsWith("\t")) {
      return false;
    }
    return path.endsWith(".toml")
        ? TABLES.matcher(plain).matches()
        : path.endsWith(".py")
            && DEFINITIONS.matcher(plain).matches()
            && BEGINS.matcher(plain).lookingAt();
  }

  private static boolean isApart(Edit edit, Edit other) {
    return edit.getEndA() == other.getBeginA() || edit.getBeginA() == other.getEndA();
  }

  private boolean areSettings(Edit edit, String text) {
    String before = base.text(edit.getBeginA(), edit.getEndA());
    return (before.isEmpty() || SETTINGS.matcher(plain(before)).matches())
        && SETTINGS.matcher(plain(text)).matches();
  }

  private static String plain(String text) {
    String plain = text.replace("\r\n", "\n");
    return plain.endsWith("\n") ? plain : plain + "\n";
  }

  private String with(List<Placed> edits) {
    List<Placed> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Placed::begin).thenComparingInt(Placed::order));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Placed edit : sorted) {
      text.append(base.text(Math.min(at, edit.begin()), edit.begin()));
      if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      text.append(edit.text());
      at = Math.max(at, edit.end());
    }
    return text.append(base.text(at, base.lines().size())).toString();
  }
}
