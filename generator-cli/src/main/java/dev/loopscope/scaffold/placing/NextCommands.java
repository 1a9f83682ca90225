package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.project.Guest;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to run after a suite was added. */
final class NextCommands {
  private NextCommands() {}

  /**
   * The commands, in order.
   *
   * @param edited whether requirements were added to the repository's own
   * @param renewed distributions that the lock file holds at releases which are too old
   * @param ownList whether the suite has a list of its own
   */
  static List<String> of(
      Host host, Guest guest, boolean edited, List<String> renewed, boolean ownList) {
    List<String> commands = new ArrayList<>();
    boolean inside = runsInside(host, guest);
    if (inside) {
      commands.add("cd " + host.project());
    }
    commands.addAll(renewing(host, renewed));
    if (edited || !renewed.isEmpty()) {
      host.installer().lock().filter(it -> renewed.isEmpty()).ifPresent(commands::add);
      guest.place().flatMap(it -> install(host, it, inside)).ifPresent(commands::add);
    }
    String path = inside ? host.fromProject(guest.path()) : guest.path();
    if (ownList) {
      commands.add("pip install -r " + path + "/requirements.txt");
    }
    commands.add(run(host, guest) + " " + path);
    return commands;
  }

  /** What runs the suite, and nothing before that. */
  static List<String> running(Host host, Guest guest) {
    boolean inside = runsInside(host, guest);
    String path = inside ? host.fromProject(guest.path()) : guest.path();
    String run = run(host, guest) + " " + path;
    return inside ? List.of("cd " + host.project(), run) : List.of(run);
  }

  /** A member that is installed by itself; uv installs those of its workspace from anywhere. */
  private static boolean runsInside(Host host, Guest guest) {
    return !host.project().isEmpty()
        && !host.installer().name().equals("uv")
        && guest.place().map(it -> isOfMember(host, it)).orElse(true);
  }

  private static boolean isOfMember(Host host, RequirementList list) {
    return list.file().path().startsWith(host.project() + "/");
  }

  private static String run(Host host, Guest guest) {
    boolean member =
        !host.project().isEmpty() && guest.place().filter(it -> isOfMember(host, it)).isPresent();
    boolean uv = host.installer().name().equals("uv");
    Optional<String> name =
        host.files()
            .table(host.projectDirectory().resolve("pyproject.toml"))
            .flatMap(it -> it.table("project"))
            .flatMap(it -> it.get("name"))
            .filter(TomlValue.Text.class::isInstance)
            .map(it -> ((TomlValue.Text) it).value());
    return uv && member && name.isPresent()
        ? "uv run --package " + name.orElseThrow() + " pytest"
        : host.installer().run();
  }

  private static List<String> renewing(Host host, List<String> renewed) {
    return renewed.isEmpty() ? List.of() : host.installer().renewing(renewed);
  }

  private static Optional<String> install(Host host, RequirementList list, boolean inside) {
    String file = inside ? host.fromProject(list.name()) : list.name();
    if (file.endsWith(".in")) {
      return Optional.of("pip-compile " + file);
    }
    return switch (host.installer().name()) {
      case "Poetry" -> Optional.of("poetry install");
      case "PDM" -> Optional.of("pdm install");
      case "Pipenv" -> Optional.of("pipenv sync --dev");
      case "pip" ->
          list.kind() == Kind.FILE
              ? Optional.of("pip install -r " + file)
              : list.kind() == Kind.GROUP
                  ? Optional.of("pip install " + itself(host, inside) + "--group " + list.name())
                  : list.kind() == Kind.EXTRA
                      ? Optional.of("pip install -e '.[" + list.name() + "]'")
                      : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * The project under test, where it says how it is built: a group of dependencies leaves it out.
   */
  private static String itself(Host host, boolean inside) {
    return host.files()
        .table((inside ? host.projectDirectory() : host.directory()).resolve("pyproject.toml"))
        .flatMap(it -> it.table("build-system"))
        .map(it -> "-e . ")
        .orElse("");
  }
}
