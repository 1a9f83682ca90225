package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.project.Guest;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.Obstacle;
import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.project.OptionLine;
import dev.loopscope.scaffold.project.requirement.GeneratedText;
import dev.loopscope.scaffold.project.requirement.RequirementAddition;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementPlace;
import dev.loopscope.scaffold.project.requirement.StatedRequirement;
import dev.loopscope.scaffold.project.requirement.TextChange;
import dev.loopscope.scaffold.project.requirement.WrittenRequirement;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The edits of a repository's own files without which the suite, or the repository, would break.
 */
final class HostEdits {
  private static final String SCOPE_OPTION = "asyncio_default_fixture_loop_scope";

  private final Host host;
  private final Guest guest;
  private final List<AddedLine> edits = new ArrayList<>();
  private final List<Obstacle> obstacles = new ArrayList<>();

  HostEdits(Host host, Guest guest) {
    this.host = host;
    this.guest = guest;
  }

  List<AddedLine> edits() {
    return edits;
  }

  List<Obstacle> obstacles() {
    return obstacles;
  }

  /** Adds what the list does not have, and what is installed with it does not. */
  void require() {
    RequirementList place = guest.place().orElseThrow();
    List<WrittenRequirement> missing = missing();
    if (missing.isEmpty()) {
      return;
    }
    if (!place.editable()) {
      String writer =
          place
              .generatedBy()
              .map(it -> place.file().path() + " is written by " + it)
              .orElse(place.title() + " is written in a way that no line can be added to");
      obstacles.add(
          new Obstacle(
              writer,
              List.of(place.span()),
              "a list that is not edited by hand",
              String.join(", ", missing.stream().map(WrittenRequirement::text).toList()),
              "what is added there would be lost",
              Set.of(Way.ELSEWHERE)));
      return;
    }
    for (TextChange change : RequirementAddition.of(place, missing)) {
      edits.add(line(place.file(), change, place.title()));
    }
  }

  /** What the suite needs and nothing that is installed with the list names. */
  List<WrittenRequirement> missing() {
    RequirementList place = guest.place().orElseThrow();
    List<RequirementList> there = RequirementPlace.installedWith(place, host.lists());
    List<WrittenRequirement> missing = new ArrayList<>();
    for (WrittenRequirement wanted : guest.requirements()) {
      Requirement requirement = wanted.requirement();
      List<StatedRequirement> stated =
          there.stream().flatMap(it -> it.find(requirement.distribution()).stream()).toList();
      if (stated.isEmpty()) {
        missing.add(wanted);
      } else {
        missing.addAll(extras(requirement, stated, there));
      }
    }
    return missing;
  }

  /** What extras would bring that are not asked for where the distribution is named. */
  private static List<WrittenRequirement> extras(
      Requirement requirement, List<StatedRequirement> stated, List<RequirementList> there) {
    List<WrittenRequirement> missing = new ArrayList<>();
    for (String extra : requirement.extras()) {
      boolean asked = stated.stream().anyMatch(it -> it.extras().contains(extra));
      boolean itself = there.stream().anyMatch(it -> it.find(extra).isPresent());
      if (!asked && !itself) {
        missing.add(
            new WrittenRequirement(
                extra.equals("trio") ? extra : requirement.distribution() + "[" + extra + "]"));
      }
    }
    return missing;
  }

  /**
   * Where warnings are errors, pytest-asyncio's own warning about an option that is not set ends
   * the run while pytest is configured, so whoever brings pytest-asyncio sets it.
   */
  void configure() {
    PytestConfig config = host.config();
    boolean brought = host.versions().of("pytest-asyncio").isEmpty();
    boolean set = config.setting(SCOPE_OPTION).isPresent();
    boolean stops =
        config
            .warningFilters()
            .makesError(
                "PytestDeprecationWarning",
                "The configuration option \"" + SCOPE_OPTION + "\" is unset.");
    boolean early = host.versions().pytest().expects(Feature.EARLY_FILTERS.range());
    if (guest.anyio() || !brought || set || !stops || !early) {
      return;
    }
    ConfigFile file = config.file().orElseThrow();
    Optional<String> writer = GeneratedText.by(file.text().text());
    Optional<TextChange> change = OptionLine.adding(config, SCOPE_OPTION, "function");
    if (writer.isPresent() || change.isEmpty()) {
      obstacles.add(
          new Obstacle(
              writer
                  .map(it -> file.path() + " is written by " + it)
                  .orElse(
                      file.path() + " writes its options in a way that no line can be added to"),
              config.setting("filterwarnings").map(it -> it.location()).stream().toList(),
              SCOPE_OPTION + " unset, and warnings are errors",
              SCOPE_OPTION + " = function",
              "with pytest-asyncio installed no test of the repository would run",
              Set.of(Way.ISOLATED, Way.OTHER_ARCHETYPE)));
      return;
    }
    edits.add(
        line(
            file,
            change.orElseThrow(),
            "warnings are errors here, and pytest-asyncio warns where it is not set"));
  }

  /** What pytest-asyncio says in each run of a repository that it comes to, if nothing is set. */
  Optional<String> warning() {
    boolean brought = host.versions().of("pytest-asyncio").isEmpty();
    boolean said =
        host.config().setting(SCOPE_OPTION).isPresent()
            || edits.stream().anyMatch(it -> it.change().replacement().contains(SCOPE_OPTION));
    return guest.anyio() || !brought || said
        ? Optional.empty()
        : Optional.of(
            "pytest-asyncio comes with the suite, and warns in each run while `"
                + SCOPE_OPTION
                + "` is unset: the suite runs under any value, and `function` ends the warning");
  }

  static AddedLine line(ConfigFile file, TextChange change, String reason) {
    String inserted = change.replacement();
    int breaks = inserted.startsWith("\n") || inserted.startsWith("\r\n") ? 1 : 0;
    return new AddedLine(change, file.text().lineAt(change.start()) + breaks, reason);
  }
}
