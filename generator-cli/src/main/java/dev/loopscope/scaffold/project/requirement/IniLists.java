package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.project.requirement.RequirementList.Form;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.IniDocument;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lists of a {@code tox.ini} and a {@code setup.cfg}. */
final class IniLists {
  private static final Pattern FACTORS = Pattern.compile("^[A-Za-z0-9_{},.!-]++:\\s++");

  private final ConfigFile file;
  private final List<RequirementList> lists = new ArrayList<>();

  private IniLists(ConfigFile file) {
    this.file = file;
  }

  static List<RequirementList> tox(ConfigFile file, IniDocument document) {
    IniLists reader = new IniLists(file);
    for (String section : document.names()) {
      if (section.equals("testenv") || section.startsWith("testenv:")) {
        document
            .section(section)
            .flatMap(it -> Optional.ofNullable(it.get("deps")))
            .ifPresent(it -> reader.add(Kind.TOX, section, it));
      }
    }
    return reader.lists;
  }

  static List<RequirementList> setupCfg(ConfigFile file, IniDocument document) {
    IniLists reader = new IniLists(file);
    Map<String, IniDocument.Value> extras =
        document.section("options.extras_require").orElse(Map.of());
    extras.forEach((name, value) -> reader.add(Kind.EXTRA, name, value));
    Map<String, IniDocument.Value> options = document.section("options").orElse(Map.of());
    Optional.ofNullable(options.get("tests_require"))
        .ifPresent(it -> reader.add(Kind.TESTS_REQUIRE, "tests_require", it));
    Optional.ofNullable(options.get("install_requires"))
        .ifPresent(it -> reader.add(Kind.PROJECT, "install_requires", it));
    return reader.lists;
  }

  private void add(Kind kind, String name, IniDocument.Value value) {
    List<StatedRequirement> stated = new ArrayList<>();
    List<String> includes = new ArrayList<>();
    for (int at = 0; at < value.lines().size(); at++) {
      String line = FACTORS.matcher(value.lines().get(at)).replaceFirst("");
      if (line.startsWith("-r")) {
        includes.add(line.substring(2).strip());
      } else if (!line.startsWith("-") && !line.contains("{")) {
        int index = at;
        Requirement.parse(line)
            .ifPresent(it -> stated.add(StatedRequirement.of(it, value.places().get(index))));
      }
    }
    lists.add(
        new RequirementList(
            kind,
            name,
            file,
            Form.INI,
            value.lines().isEmpty() ? value.keyLocation() : value.location(),
            stated,
            includes,
            GeneratedText.by(file.text().text())));
  }
}
