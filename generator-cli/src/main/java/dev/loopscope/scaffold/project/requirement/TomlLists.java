package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.project.requirement.RequirementList.Form;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.config.version.PoetryConstraint;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lists of a {@code pyproject.toml} or a {@code Pipfile}. */
final class TomlLists {
  private final ConfigFile file;
  private final List<RequirementList> lists = new ArrayList<>();

  TomlLists(ConfigFile file) {
    this.file = file;
  }

  List<RequirementList> pyproject(TomlValue.Table root) {
    root.table("dependency-groups").ifPresent(it -> arrays(Kind.GROUP, it));
    root.table("project", "optional-dependencies").ifPresent(it -> arrays(Kind.EXTRA, it));
    root.table("tool", "poetry", "group").ifPresent(this::poetryGroups);
    root.table("tool", "poetry", "dev-dependencies")
        .ifPresent(it -> table(Kind.POETRY, "dev-dependencies", it));
    root.table("tool", "uv")
        .flatMap(it -> it.get("dev-dependencies"))
        .ifPresent(it -> array(Kind.UV, "dev-dependencies", it));
    root.table("tool", "pdm", "dev-dependencies").ifPresent(it -> arrays(Kind.PDM, it));
    root.table("tool", "hatch", "envs").ifPresent(this::environments);
    root.table("project")
        .flatMap(it -> it.get("dependencies"))
        .ifPresent(it -> array(Kind.PROJECT, "dependencies", it));
    root.table("tool", "poetry", "dependencies")
        .ifPresent(it -> table(Kind.PROJECT, "dependencies", it));
    return lists;
  }

  /** Hatch's own file holds what stands below {@code tool.hatch} elsewhere. */
  List<RequirementList> hatch(TomlValue.Table root) {
    root.table("envs").ifPresent(this::environments);
    return lists;
  }

  List<RequirementList> pipfile(TomlValue.Table root) {
    root.table("dev-packages").ifPresent(it -> table(Kind.PIPENV, "dev-packages", it));
    root.table("packages").ifPresent(it -> table(Kind.PROJECT, "packages", it));
    return lists;
  }

  private void arrays(Kind kind, TomlValue.Table table) {
    table.entries().forEach((name, entry) -> array(kind, name, entry.value()));
  }

  private void poetryGroups(TomlValue.Table groups) {
    for (String name : groups.entries().keySet()) {
      groups.table(name, "dependencies").ifPresent(it -> table(Kind.POETRY, name, it));
    }
  }

  private void environments(TomlValue.Table environments) {
    for (String name : environments.entries().keySet()) {
      Optional<TomlValue.Table> one = environments.table(name);
      for (String key : List.of("extra-dependencies", "dependencies")) {
        one.flatMap(it -> it.get(key)).ifPresent(it -> array(Kind.HATCH, name, it));
      }
    }
  }

  private void array(Kind kind, String name, TomlValue value) {
    if (!(value instanceof TomlValue.Items items)) {
      return;
    }
    List<StatedRequirement> stated = new ArrayList<>();
    List<String> includes = new ArrayList<>();
    for (TomlValue item : items.values()) {
      if (item instanceof TomlValue.Text text) {
        Requirement.parse(text.value())
            .ifPresent(it -> stated.add(StatedRequirement.of(it, text.location())));
      } else if (item instanceof TomlValue.Table table
          && table.get("include-group").orElse(null) instanceof TomlValue.Text included) {
        includes.add(included.value());
      }
    }
    add(kind, name, Form.ARRAY, value.location(), stated, includes);
  }

  private void table(Kind kind, String name, TomlValue.Table table) {
    List<StatedRequirement> stated = new ArrayList<>();
    table
        .entries()
        .forEach(
            (distribution, entry) -> {
              if (!distribution.equals("python")) {
                stated.add(named(distribution, entry.value()));
              }
            });
    Location header = table.location();
    boolean plain = header.text().text().startsWith("[", header.start());
    add(kind, name, plain ? Form.TABLE : Form.OTHER, span(table), stated, List.of());
  }

  /** From the header to the end of the last line below it; tables within are elsewhere. */
  private static Location span(TomlValue.Table table) {
    Location header = table.location();
    String text = header.text().text();
    int end =
        table.entries().values().stream()
            .filter(it -> !text.startsWith("[", it.keyLocation().start()))
            .mapToInt(it -> it.value().location().end())
            .max()
            .orElse(header.end());
    return new Location(header.path(), header.text(), header.start(), end);
  }

  private static StatedRequirement named(String distribution, TomlValue value) {
    Optional<TomlValue.Table> table =
        Optional.of(value)
            .filter(TomlValue.Table.class::isInstance)
            .map(TomlValue.Table.class::cast);
    TomlValue version = table.flatMap(it -> it.get("version")).orElse(value);
    boolean exact =
        version instanceof TomlValue.Text text
            && PoetryConstraint.parse(text.value()).flatMap(it -> it.only()).isPresent();
    List<String> extras =
        table
            .map(it -> it.texts("extras").stream().map(e -> Requirement.normal(e.value())).toList())
            .orElse(List.of());
    return new StatedRequirement(
        Requirement.normal(distribution), extras, exact, version.location());
  }

  private void add(
      Kind kind,
      String name,
      Form form,
      Location span,
      List<StatedRequirement> stated,
      List<String> includes) {
    Optional<String> generatedBy = GeneratedText.by(file.text().text());
    lists.add(new RequirementList(kind, name, file, form, span, stated, includes, generatedBy));
  }
}
