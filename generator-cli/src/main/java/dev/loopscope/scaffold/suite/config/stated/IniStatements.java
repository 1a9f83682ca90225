package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.IniDocument;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the INI files of setuptools and tox say. */
final class IniStatements {
  private static final Pattern FACTORS = Pattern.compile("^[A-Za-z0-9_{},.!-]++:\\s++");

  private final VersionStatements statements;

  IniStatements(VersionStatements statements) {
    this.statements = statements;
  }

  /** A {@code setup.cfg}: requirements, extras and Pythons. */
  void setupCfg(IniDocument document) {
    document
        .section("options")
        .ifPresent(
            options -> {
              lines(options, "install_requires", "");
              lines(options, "tests_require", "tests_require");
              Optional.ofNullable(options.get("python_requires")).ifPresent(this::python);
            });
    document
        .section("options.extras_require")
        .ifPresent(extras -> extras.keySet().forEach(it -> lines(extras, it, "extra " + it)));
  }

  private void python(IniDocument.Value value) {
    statements.require("python", VersionRange.parse(value.text()), "", value.location());
  }

  private void lines(Map<String, IniDocument.Value> section, String key, String group) {
    IniDocument.Value value = section.get(key);
    for (int at = 0; value != null && at < value.lines().size(); at++) {
      statements.require(
          value.lines().get(at), VersionStatement.Kind.REQUIRED, group, value.places().get(at));
    }
  }

  /** A {@code tox.ini}: the {@code deps} of its environments, as far as they name no variable. */
  void tox(IniDocument document, Path path, ConfigFiles files) {
    for (String name : document.names()) {
      IniDocument.Value deps =
          document.section(name).map(section -> section.get("deps")).orElse(null);
      if (deps == null || !name.startsWith("testenv")) {
        continue;
      }
      RequirementsFile reader =
          new RequirementsFile(files, statements, "tox " + name, new HashSet<>());
      for (int at = 0; at < deps.lines().size(); at++) {
        toxLine(reader, path, deps.lines().get(at), deps.places().get(at));
      }
    }
  }

  private void toxLine(RequirementsFile reader, Path path, String line, Location location) {
    String content = FACTORS.matcher(line).replaceFirst("");
    if (content.startsWith("-")) {
      reader.line(path, content, location);
    } else if (!content.contains("{")) {
      // A condition on the environment's name is one that Python's markers cannot say.
      boolean conditional = content.length() < line.length();
      String marker = conditional && !content.contains(";") ? "; extra == 'tox'" : "";
      statements.require(content + marker, VersionStatement.Kind.REQUIRED, "tox", location);
    }
  }
}
