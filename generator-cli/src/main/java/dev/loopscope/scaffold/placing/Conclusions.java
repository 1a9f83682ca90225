package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Guest;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.TestDirectory;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was concluded about a repository, for people who want to overrule it. */
final class Conclusions {
  static final String TESTS = "--tests";
  static final String DEPENDENCIES = "--dependencies";

  private final Host host;
  private final Guest guest;
  private final Optional<Conclusion> maven;
  private final ProposedAnswers proposed;
  private final AdditionRequest request;

  Conclusions(
      Host host,
      Guest guest,
      Optional<Conclusion> maven,
      ProposedAnswers proposed,
      AdditionRequest request) {
    this.host = host;
    this.guest = guest;
    this.maven = maven;
    this.proposed = proposed;
    this.request = request;
  }

  List<Conclusion> all() {
    List<Conclusion> all = new ArrayList<>(maven.stream().toList());
    all.add(tests());
    all.add(configuration());
    all.addAll(proposed.conclusions());
    all.add(dependencies());
    all.add(Conclusion.fact("installer", host.installer().name(), "", host.installer().places()));
    return all;
  }

  private Conclusion tests() {
    TestDirectory tests = host.tests();
    Conclusion seen =
        new Conclusion(
            "tests",
            tests.shown(),
            tests.reason(),
            tests.places(),
            Optional.of(TESTS),
            tests.others().isEmpty()
                ? Optional.empty()
                : Optional.of("tests are in " + String.join(", ", tests.others()) + " as well"));
    return request.tests().isPresent() ? seen.asked(tests.shown()) : seen;
  }

  private Conclusion configuration() {
    PytestConfig config = host.config();
    Optional<ConfigFile> file = config.file();
    String section = config.section().isEmpty() ? "" : " [" + config.section() + "]";
    boolean read = file.isPresent() && !(config.section().isEmpty() && config.settings().isEmpty());
    List<Location> places =
        read
            ? List.of(
                config.settings().isEmpty()
                    ? new Location(file.orElseThrow().path(), file.orElseThrow().text(), 0, 0)
                    : config.settings().get(0).keyLocation())
            : List.of();
    String value =
        request.isolated()
            ? guest.path() + "/pytest.ini"
            : read ? file.orElseThrow().path() + section : "none";
    return new Conclusion(
        "configuration",
        value,
        request.isolated() ? "a run of its own was asked for" : "",
        request.isolated() ? List.of() : places,
        Optional.of("--isolated"),
        Optional.empty());
  }

  private Conclusion dependencies() {
    Optional<RequirementList> place = guest.place();
    if (place.isEmpty()) {
      boolean asked = request.dependencies().isPresent();
      return Conclusion.decided(
          "dependencies",
          asked ? AdditionRequest.NO_LIST : guest.path() + "/requirements.txt",
          asked ? "" : "the repository has no list of what tests need that could be told",
          List.of(),
          DEPENDENCIES);
    }
    RequirementList list = place.orElseThrow();
    Conclusion seen =
        Conclusion.decided(
            "dependencies",
            list.word(),
            list.form() == RequirementList.Form.NEW_TABLE ? "which is going to be made" : "",
            List.of(list.find("pytest").map(it -> it.location()).orElse(list.span())),
            DEPENDENCIES);
    return request.dependencies().isPresent() ? seen.asked(list.word()) : seen;
  }

  /** What a person should know who adds a suite here. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (guest.place().isEmpty() && request.dependencies().isPresent()) {
      notes.add(
          "nothing is added to the dependencies; the suite needs "
              + String.join(", ", guest.requirements().stream().map(it -> it.text()).toList()));
    }
    if (request.isolated()) {
      notes.add(
          "`pytest` from the top passes over the suite's own pytest.ini: run it as told below");
    }
    return notes;
  }
}
