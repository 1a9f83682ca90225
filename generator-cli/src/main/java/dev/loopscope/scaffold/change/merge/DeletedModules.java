package dev.loopscope.scaffold.change.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Python modules of the templates that a suite is not going to have, as somebody deleted them there
 * or put something of their own into their place. A new file that imports one could not be imported
 * itself.
 *
 * @param names what the user knows each by, by the path that it would have today
 */
record DeletedModules(Map<String, String> names) {
  DeletedModules {
    names = Map.copyOf(names);
  }

  /** The same files, where a new one that needs such a module is left out as well. */
  List<MergedFile> withoutThoseThatNeedThem(List<MergedFile> files) {
    List<MergedFile> all = new ArrayList<>();
    Map<String, String> more = new LinkedHashMap<>(names);
    for (MergedFile file : files) {
      Optional<String> needed =
          file.fate() == Fate.CREATED
              ? neededBy(file.path(), file.after().map(MergedText::theirs).orElse(""))
              : Optional.empty();
      if (needed.isEmpty()) {
        all.add(file);
      } else {
        String reason = "it needs " + needed.get() + ", which was deleted here";
        all.add(MergedFile.untouched(file.path(), Fate.LEFT_OUT, reason));
        more.put(file.path(), needed.get());
      }
    }
    return more.size() == names.size()
        ? all
        : new DeletedModules(more).withoutThoseThatNeedThem(all);
  }

  private Optional<String> neededBy(String path, String text) {
    return names.entrySet().stream()
        .filter(it -> isNamed(it.getKey(), path, text))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst();
  }

  /** A text that names a module is another one once the module has another name. */
  private static boolean isNamed(String module, String path, String text) {
    String other = module.replaceFirst("\\.py$", "_elsewhere.py");
    return !MovedModules.of(Map.of(module, other)).renamed(path, text).equals(text);
  }
}
