package dev.loopscope.scaffold.cli.verify;

import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.project.requirement.StatedRequirement;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code pip install} takes to install what a repository's tests need: the project itself, if
 * it says how it is built, and the lists that name pytest or go with it. Of lists that pip does not
 * read, the requirements one by one.
 */
final class PipArguments {
  /** A requirement as it stands in a list of texts, in quotes or not. */
  private static final Pattern TEXT = Pattern.compile("[\"']?([A-Za-z0-9][^\"'\\n#]*?)[\"',]?");

  private final Host host;
  private final String chosen;

  PipArguments(Addition addition) {
    this.host = addition.host();
    this.chosen =
        addition.conclusions().stream()
            .filter(it -> it.topic().equals("dependencies"))
            .map(it -> it.value())
            .findFirst()
            .orElse("");
  }

  /** The arguments, in order; paths are relative to the repository. */
  List<String> of() {
    List<RequirementList> lists = host.lists().stream().filter(this::isOfTests).toList();
    List<String> arguments = new ArrayList<>();
    Set<String> extras = new LinkedHashSet<>();
    for (RequirementList list : lists) {
      if (list.kind() == Kind.EXTRA) {
        extras.add(list.name());
      } else if (list.kind() == Kind.GROUP) {
        arguments.addAll(List.of("--group", list.file().path() + ":" + list.name()));
      } else if (list.kind() == Kind.FILE) {
        arguments.addAll(List.of("-r", list.file().path()));
      } else if (list.kind() != Kind.PROJECT || !isBuilt()) {
        list.stated().forEach(it -> arguments.add(spelt(list, it)));
      }
    }
    if (isBuilt()) {
      String project = host.project().isEmpty() ? "." : "./" + host.project();
      String which = extras.isEmpty() ? "" : "[" + String.join(",", extras) + "]";
      arguments.addAll(0, List.of("-e", project + which));
    }
    return arguments;
  }

  private boolean isOfTests(RequirementList list) {
    return list.word().equals(chosen)
        || list.kind() == Kind.PROJECT
        || list.find("pytest").isPresent()
        || (list.kind() == Kind.FILE && list.file().path().endsWith("requirements.txt"));
  }

  /** Whether the project can be installed: that it has a name is not enough. */
  private boolean isBuilt() {
    Path directory = host.projectDirectory();
    return host.files().list(directory).isFile("setup.py")
        || host.files()
            .table(directory.resolve("pyproject.toml"))
            .flatMap(it -> it.get("build-system"))
            .filter(TomlValue.Table.class::isInstance)
            .isPresent();
  }

  /** As it is written where that is a requirement; the name alone where it is a tool's own. */
  private static String spelt(RequirementList list, StatedRequirement it) {
    String extras = it.extras().isEmpty() ? "" : "[" + String.join(",", it.extras()) + "]";
    Location at = it.location();
    boolean texts =
        list.form() == RequirementList.Form.ARRAY
            || list.form() == RequirementList.Form.INI
            || list.form() == RequirementList.Form.PYTHON;
    String text = at.text().text().substring(at.start(), at.end());
    Matcher matcher = TEXT.matcher(text.strip());
    return Optional.of(matcher)
        .filter(found -> texts && found.matches())
        .map(found -> found.group(1).strip())
        .orElse(it.distribution() + extras);
  }
}
