package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the lists of requirements in the files of one directory. */
public final class RequirementLists {
  private final Path directory;
  private final ConfigFiles files;

  private RequirementLists(Path directory, ConfigFiles files) {
    this.directory = directory;
    this.files = files;
  }

  /**
   * All of them: those of {@code pyproject.toml} first, then {@code hatch.toml}, {@code Pipfile},
   * requirements files, {@code tox.ini}, {@code setup.cfg} and {@code setup.py}.
   *
   * @param directory absolute; the project's
   */
  public static List<RequirementList> in(Path directory, ConfigFiles files) {
    RequirementLists reader = new RequirementLists(directory, files);
    List<RequirementList> lists = new ArrayList<>();
    reader.file("pyproject.toml").ifPresent(it -> lists.addAll(reader.pyproject(it)));
    reader.file("hatch.toml").ifPresent(it -> lists.addAll(reader.hatch(it)));
    reader.file("Pipfile").ifPresent(it -> lists.addAll(reader.pipfile(it)));
    lists.addAll(new RequirementsFiles(directory, files).lists());
    reader.file("tox.ini").ifPresent(it -> lists.addAll(IniLists.tox(it, files.ini(it))));
    reader.file("setup.cfg").ifPresent(it -> lists.addAll(IniLists.setupCfg(it, files.ini(it))));
    reader.file("setup.py").ifPresent(it -> lists.addAll(SetupLists.of(it)));
    return List.copyOf(lists);
  }

  private Optional<ConfigFile> file(String name) {
    return files.content(directory, name).file();
  }

  private List<RequirementList> pyproject(ConfigFile file) {
    return files.toml(file).root().map(it -> new TomlLists(file).pyproject(it)).orElse(List.of());
  }

  private List<RequirementList> hatch(ConfigFile file) {
    return files.toml(file).root().map(it -> new TomlLists(file).hatch(it)).orElse(List.of());
  }

  private List<RequirementList> pipfile(ConfigFile file) {
    return files.toml(file).root().map(it -> new TomlLists(file).pipfile(it)).orElse(List.of());
  }
}
