package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.cli.picture.PredictedMap;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the suites that fixes change, before and after. */
final class RepairMap {
  private RepairMap() {}

  /** The map of what {@code fixes} change. */
  static LoopMap of(CheckRun run, CheckFixes fixes) {
    Set<String> changed = fixes.fixed().after().keySet();
    List<SuiteModel> before =
        run.models(run.targets().files()).stream()
            .filter(it -> !it.collected().isEmpty() && isChanged(it, changed))
            .toList();
    String title =
        Optional.ofNullable(run.targets().common().getFileName()).map(Path::toString).orElse("/");
    return PredictedMap.between(title, before, run.models(fixes.fixed().files()));
  }

  private static boolean isChanged(SuiteModel suite, Set<String> paths) {
    return suite.files().stream().map(SourceFile::path).anyMatch(paths::contains)
        || suite.config().file().filter(it -> paths.contains(it.path())).isPresent();
  }
}
