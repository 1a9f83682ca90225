package dev.loopscope.scaffold.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** The versions of those of these distributions that are installed here. */
  Map<String, String> versions(Collection<String> distributions) {
    String code =
        """
        import importlib.metadata as m, sys
        for d in m.distributions():
            if d.name.lower() in sys.argv:
                print(d.name.lower(), d.version)
        """;
    List<String> words = new ArrayList<>(List.of(python().toString(), "-c", code));
    words.addAll(distributions);
    Map<String, String> versions = new TreeMap<>();
    for (String line : Command.of(words).run().orFail("asking for versions").lines().toList()) {
      versions.put(line.split(" ", 2)[0], line.split(" ", 2)[1]);
    }
    return versions;
  }

  /** The version of Python that runs here: {@code 3.11}. */
  String runningVersion() {
    String code = "import sys; print('%d.%d' % sys.version_info[:2])";
    return Command.of(python().toString(), "-c", code).run().orFail("asking Python").strip();
  }
}
