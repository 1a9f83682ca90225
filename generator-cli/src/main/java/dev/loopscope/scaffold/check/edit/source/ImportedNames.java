package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Lets a module import several modules by their own names. */
public final class ImportedNames {
  private ImportedNames() {}

  /** The edits, one for each place; absent if one of the modules cannot be imported there. */
  public static Optional<List<Edit>> of(SourceFile file, Collection<String> modules) {
    List<Edit> edits = new ArrayList<>();
    for (String module : new TreeSet<>(modules)) {
      Optional<List<Edit>> ofModule = ImportAddition.of(file, module);
      if (ofModule.isEmpty()) {
        return Optional.empty();
      }
      for (Edit edit : ofModule.orElseThrow()) {
        Optional<Edit> same = edits.stream().filter(it -> it.start() == edit.start()).findFirst();
        same.ifPresent(edits::remove);
        edits.add(same.map(it -> joined(it, edit)).orElse(edit));
      }
    }
    return Optional.of(edits);
  }

  private static Edit joined(Edit one, Edit other) {
    return new Edit(
        one.path(),
        one.start(),
        one.end(),
        one.replacement().stripTrailing() + "\n" + other.replacement());
  }
}
