package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.config.version.PoetryConstraint;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code pyproject.toml} says: the project's dependencies and extras, dependency groups (PEP
 * 735), and the tables of uv, Rye, PDM, Hatch and Poetry.
 */
final class PyprojectStatements {
  private final VersionStatements statements;

  private PyprojectStatements(VersionStatements statements) {
    this.statements = statements;
  }

  static void read(TomlValue.Table root, VersionStatements statements) {
    PyprojectStatements reader = new PyprojectStatements(statements);
    root.table("project").ifPresent(reader::project);
    root.table("dependency-groups").ifPresent(it -> reader.groups(it, "group "));
    root.table("tool").ifPresent(reader::tool);
  }

  private void project(TomlValue.Table project) {
    list(project, "dependencies", "");
    project.table("optional-dependencies").ifPresent(it -> groups(it, "extra "));
    python(project, "requires-python");
  }

  private void tool(TomlValue.Table tool) {
    tool.table("uv").ifPresent(it -> list(it, "dev-dependencies", "uv dev"));
    tool.table("rye").ifPresent(it -> list(it, "dev-dependencies", "rye dev"));
    tool.table("pdm", "dev-dependencies").ifPresent(it -> groups(it, "pdm "));
    tool.table("hatch", "envs").ifPresent(this::hatch);
    tool.table("poetry").ifPresent(this::poetry);
  }

  private void hatch(TomlValue.Table environments) {
    for (String name : environments.entries().keySet()) {
      environments
          .table(name)
          .ifPresent(
              it -> {
                list(it, "dependencies", "hatch " + name);
                list(it, "extra-dependencies", "hatch " + name);
              });
    }
  }

  private void poetry(TomlValue.Table poetry) {
    poetry.table("dependencies").ifPresent(it -> named(it, ""));
    poetry.table("dev-dependencies").ifPresent(it -> named(it, "poetry dev"));
    Optional<TomlValue.Table> groups = poetry.table("group");
    groups.ifPresent(
        table -> {
          for (String name : table.entries().keySet()) {
            table.table(name, "dependencies").ifPresent(it -> named(it, "poetry " + name));
          }
        });
  }

  /** {@code name = "^1.0"}, or a table or a list of tables with a {@code version}. */
  private void named(TomlValue.Table table, String group) {
    table.entries().forEach((name, entry) -> named(name, entry.value(), group));
  }

  private void named(String name, TomlValue value, String group) {
    Location location = value.location();
    if (value instanceof TomlValue.Text text) {
      statements.require(name, PoetryConstraint.parse(text.value()), group, location);
    } else if (value instanceof TomlValue.Table table) {
      statements.require(name, extras(table), version(table), group, location);
    } else if (value instanceof TomlValue.Items items) {
      Optional<VersionRange> any =
          items.values().stream()
              .map(it -> it instanceof TomlValue.Table table ? version(table) : none())
              .reduce((left, right) -> left.flatMap(it -> right.map(it::union)))
              .orElse(none());
      statements.require(name, any, group, location);
    }
  }

  /** Pipenv writes its tables alike. */
  static void pipfile(TomlValue.Table root, VersionStatements statements) {
    PyprojectStatements reader = new PyprojectStatements(statements);
    root.table("packages").ifPresent(it -> reader.named(it, ""));
    root.table("dev-packages").ifPresent(it -> reader.named(it, "pipenv dev"));
    root.table("requires").ifPresent(reader::onePython);
  }

  /** Pipenv makes its environment with just that Python, whatever else is there. */
  private void onePython(TomlValue.Table requires) {
    for (String key : List.of("python_full_version", "python_version")) {
      // "3" is any of them.
      if (requires.get(key).orElse(null) instanceof TomlValue.Text text
          && text.value().contains(".")) {
        String rest = key.equals("python_version") ? ".*" : "";
        Optional<VersionRange> range = VersionRange.parse("==" + text.value().strip() + rest);
        statements.require("python", range, "", text.location());
        return;
      }
    }
  }

  private static Optional<VersionRange> none() {
    return Optional.empty();
  }

  private static List<String> extras(TomlValue.Table table) {
    return table.texts("extras").stream().map(it -> Requirement.normal(it.value())).toList();
  }

  private static Optional<VersionRange> version(TomlValue.Table table) {
    return table
        .get("version")
        .filter(TomlValue.Text.class::isInstance)
        .map(TomlValue.Text.class::cast)
        .flatMap(it -> PoetryConstraint.parse(it.value()));
  }

  private void groups(TomlValue.Table table, String prefix) {
    table.entries().keySet().forEach(name -> list(table, name, prefix + name));
  }

  private void list(TomlValue.Table table, String key, String group) {
    List<TomlValue.Text> texts = table.texts(key);
    for (TomlValue.Text text : texts) {
      statements.require(text.value(), VersionStatement.Kind.REQUIRED, group, text.location());
    }
  }

  private void python(TomlValue.Table table, String key) {
    table
        .get(key)
        .filter(TomlValue.Text.class::isInstance)
        .map(TomlValue.Text.class::cast)
        .ifPresent(
            it -> statements.require("python", VersionRange.parse(it.value()), "", it.location()));
  }
}
