package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.Installer;
import dev.loopscope.scaffold.project.Obstacle;
import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementList.Form;
import dev.loopscope.scaffold.project.requirement.StatedRequirement;
import dev.loopscope.scaffold.project.requirement.TextChange;
import dev.loopscope.scaffold.project.requirement.WrittenRequirement;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Raises pins that leave out what a suite needs, after somebody has agreed to it. */
final class PinRaise {
  private static final Pattern SPECIFIERS =
      Pattern.compile(
          "([A-Za-z0-9._-]++\\s*+(?:\\[[^\\]]*+\\])?+)\\s*+([=<>!~][^;'\"#]*?)(?=\\s*(?:;|['\"]|#|\\\\|$))");

  private final Host host;

  PinRaise(Host host) {
    this.host = host;
  }

  /**
   * The edits that take an obstacle away. What a lock file holds needs none: a command renews it.
   *
   * @return empty if one of its places cannot be edited
   */
  Optional<List<AddedLine>> of(Obstacle obstacle) {
    if (!obstacle.ways().contains(Way.ACCEPT_PIN)) {
      return Optional.empty();
    }
    WrittenRequirement needed = new WrittenRequirement(obstacle.ours());
    List<AddedLine> edits = new ArrayList<>();
    for (Location place : obstacle.places().stream().filter(it -> !isRenewed(it)).toList()) {
      Optional<AddedLine> edit = edit(place, needed);
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.orElseThrow());
    }
    return Optional.of(edits);
  }

  private boolean isRenewed(Location place) {
    return Installer.isLocked(place) && host.installer().lock().isPresent();
  }

  private Optional<AddedLine> edit(Location place, WrittenRequirement needed) {
    for (RequirementList list : host.lists()) {
      for (StatedRequirement stated : list.stated()) {
        boolean same =
            stated.location().path().equals(place.path())
                && stated.location().line() == place.line()
                && stated.distribution().equals(needed.requirement().distribution());
        if (same && list.editable()) {
          return change(list, stated.location(), needed)
              .map(it -> HostEdits.line(list.file(), it, "the pin is raised, as agreed"));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<TextChange> change(
      RequirementList list, Location stated, WrittenRequirement needed) {
    String text = stated.text().text();
    WrittenRequirement raised = list.pinsAll() ? needed.pinned() : needed;
    String specifiers = raised.specifiers();
    if (list.form() == Form.TABLE) {
      char quote = text.charAt(stated.start());
      boolean plain = quote == '"' || quote == '\'';
      return plain
          ? Optional.of(
              new TextChange(
                  stated.path(), stated.start(), stated.end(), quote + specifiers + quote))
          : Optional.empty();
    }
    Matcher matcher = SPECIFIERS.matcher(text).region(stated.start(), stated.end());
    return matcher.find()
        ? Optional.of(new TextChange(stated.path(), matcher.start(2), matcher.end(2), specifiers))
        : Optional.empty();
  }
}
