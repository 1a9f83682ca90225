package dev.loopscope.scaffold.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual environment with everything in it that was asked for.
 *
 * @param directory its root
 */
record Venv(Path directory) {
  Path python() {
    return directory.resolve("bin/python");
  }

  /** The command line {@code python -m module arguments...}. */
  Command module(String module, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(python().toString(), "-m", module));
    words.addAll(arguments);
    return Command.of(words);
  }

  /** The version of a distribution that is installed here. */
  String version(String distribution) {
    String code = "import importlib.metadata as m; print(m.version('" + distribution + "'))";
    return Command.of(python().toString(), "-c", code)
        .run()
        .orFail("asking for the version of " + distribution)
        .strip();
  }

  /** The version of Python that runs here: {@code 3.11}. */
  String runningVersion() {
    String code = "import sys; print('%d.%d' % sys.version_info[:2])";
    return Command.of(python().toString(), "-c", code).run().orFail("asking Python").strip();
  }
}
