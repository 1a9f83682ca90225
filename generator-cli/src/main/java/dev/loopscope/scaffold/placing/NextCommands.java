package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.project.Guest;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
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
    List<String> commands = new ArrayList<>(renewing(host, renewed));
    if (edited || !renewed.isEmpty()) {
      host.installer().lock().filter(it -> renewed.isEmpty()).ifPresent(commands::add);
      guest.place().flatMap(it -> install(host, it)).ifPresent(commands::add);
    }
    if (ownList) {
      commands.add("pip install -r " + guest.path() + "/requirements.txt");
    }
    commands.add(host.installer().run() + "pytest " + guest.path());
    return commands;
  }

  private static List<String> renewing(Host host, List<String> renewed) {
    return renewed.isEmpty() ? List.of() : host.installer().renewing(renewed);
  }

  private static Optional<String> install(Host host, RequirementList list) {
    if (list.name().endsWith(".in")) {
      return Optional.of("pip-compile " + list.name());
    }
    return switch (host.installer().name()) {
      case "Poetry" -> Optional.of("poetry install");
      case "PDM" -> Optional.of("pdm install");
      case "Pipenv" -> Optional.of("pipenv sync --dev");
      case "pip" ->
          list.kind() == Kind.FILE
              ? Optional.of("pip install -r " + list.name())
              : list.kind() == Kind.GROUP
                  ? Optional.of("pip install --group " + list.name())
                  : list.kind() == Kind.EXTRA
                      ? Optional.of("pip install -e '.[" + list.name() + "]'")
                      : Optional.empty();
      default -> Optional.empty();
    };
  }
}
