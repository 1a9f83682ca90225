package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.project.requirement.WrittenRequirement;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.TomlDocument;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A rendered suite, put into a directory of another project: its tests alone, with what explains
 * them and what they were made from. The same bytes as in a project of its own, but for the README.
 */
public final class PlacedSuite {
  private static final String TESTS = "tests/";
  private static final String PYPROJECT = "pyproject.toml";
  private static final String CONFTEST = "conftest.py";
  private static final String README = "README.md";

  private final FileTree rendered;
  private final String directory;

  /**
   * Of a suite.
   *
   * @param rendered as for a project of its own
   * @param directory where it goes, relative to the project
   */
  public PlacedSuite(FileTree rendered, String directory) {
    this.rendered = rendered;
    this.directory = directory;
  }

  /** What it needs to be installed, in order. */
  public List<WrittenRequirement> requirements() {
    return pyproject()
        .table("dependency-groups")
        .map(it -> it.texts("dev"))
        .orElse(List.of())
        .stream()
        .map(it -> new WrittenRequirement(it.value()))
        .toList();
  }

  private TomlValue.Table pyproject() {
    String text = rendered.file(PYPROJECT).orElseThrow().text();
    return TomlDocument.parse(new ConfigFile(PYPROJECT, SourceText.of(text))).root().orElseThrow();
  }

  /**
   * The files, as they lie in the project.
   *
   * @param run the command that runs the suite
   * @param isolated whether it has a configuration of its own
   */
  public FileTree tree(String run, boolean isolated) {
    List<RenderedFile> files = new ArrayList<>();
    if (isolated) {
      files.add(placed("pytest.ini", configuration()));
    }
    for (RenderedFile file : rendered.files()) {
      if (file.path().startsWith(TESTS)) {
        String path = file.path().substring(TESTS.length());
        files.add(
            placed(path, isolated && path.equals(CONFTEST) ? keptApart(file.text()) : file.text()));
      } else if (file.path().equals(AnswersFile.PATH)) {
        files.add(placed(file.path(), file.text()));
      } else if (file.path().equals(README)) {
        files.add(placed(file.path(), PlacedReadme.of(file.text(), run)));
      }
    }
    return new FileTree(files);
  }

  /** A run under the repository's own configuration would collect what it cannot run. */
  private static String keptApart(String conftest) {
    int imports = conftest.indexOf("\n\nimport pytest");
    return conftest.substring(0, imports)
        + "\nfrom pathlib import Path"
        + conftest.substring(imports)
        + """


        def pytest_ignore_collect(config: pytest.Config) -> bool | None:
            \"""Leave the suite to runs with its own pytest.ini.\"""
            own = config.inipath is not None and config.inipath.parent == Path(__file__).parent
            return None if own else True
        """;
  }

  private RenderedFile placed(String path, String text) {
    return new RenderedFile(directory + "/" + path, text);
  }

  /**
   * The configuration of a project of its own, for a directory: without its test paths, and without
   * warnings as errors, for other plugins than the suite's may warn here.
   */
  private String configuration() {
    StringBuilder ini = new StringBuilder("[pytest]\n");
    TomlValue.Table options = pyproject().table("tool", "pytest", "ini_options").orElseThrow();
    options
        .entries()
        .forEach(
            (key, entry) -> {
              if (!key.equals("testpaths") && !key.equals("filterwarnings")) {
                ini.append(key).append(" = ").append(value(entry.value())).append('\n');
              }
            });
    return ini.toString();
  }

  private static String value(TomlValue value) {
    if (value instanceof TomlValue.Items items) {
      return String.join(" ", items.values().stream().map(PlacedSuite::value).toList());
    }
    return value instanceof TomlValue.Text text
        ? text.value()
        : value instanceof TomlValue.Other other ? other.value() : "";
  }
}
