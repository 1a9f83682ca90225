package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.config.OptionEdits;
import dev.loopscope.scaffold.check.edit.mark.LoopScopeArgument;
import dev.loopscope.scaffold.check.edit.mark.MarkAddition;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The drafts of a suite's repair, the one with the fewest edits first. */
final class Drafts {
  /** What becomes of the requests for {@code event_loop}. */
  private enum Way {
    /** What requests the loop asks for the one that runs it. */
    ASK_FOR_THE_LOOP,
    /** A fixture of that name gives the loop that runs. */
    GIVE_THE_LOOP
  }

  private static final String FIXTURES = "asyncio_default_fixture_loop_scope";
  private static final String TESTS = "asyncio_default_test_loop_scope";

  /** What modules make and keep is shared by tests that share no fixture. */
  private static final String OF_IMPORTS = "LS026";

  private final SuiteModel model;
  private final List<Finding> findings;
  private final KnownSpellings spellings;
  private final List<LoopGroup> groups;

  private final HandRunFixtures byHand;

  /** Reckoned once: each asks every member of its group. */
  private final IdentityHashMap<LoopGroup, Scope> scopeOf = new IdentityHashMap<>();

  private final Map<SourceFile, List<Test>> testsOf = new HashMap<>();
  private final Map<SourceFile, Set<Scope>> scopesIn = new HashMap<>();
  private final Map<SourceFile, Boolean> markedAsOne = new HashMap<>();

  private Drafts(
      SuiteModel model, List<Finding> findings, HandRunFixtures byHand, List<LoopGroup> groups) {
    this.byHand = byHand;
    this.model = model;
    this.findings = findings;
    this.spellings = new KnownSpellings(model.versions().pytestAsyncio());
    this.groups = groups;
    for (Test test : model.tests()) {
      testsOf.computeIfAbsent(test.collectedIn(), it -> new ArrayList<>()).add(test);
    }
    for (LoopGroup group : groups) {
      Scope scope = group.scope(model);
      scopeOf.put(group, scope);
      for (Test test : group.tests()) {
        scopesIn.computeIfAbsent(test.collectedIn(), it -> EnumSet.noneOf(Scope.class)).add(scope);
      }
    }
  }

  /**
   * What may end these findings.
   *
   * @param findings of the suite, those that a repair is for
   */
  static List<Draft> of(SuiteModel model, List<Finding> findings) {
    HandRunFixtures byHand = HandRunFixtures.of(model, findings);
    List<Draft> drafts =
        new ArrayList<>(new Drafts(model, findings, byHand, LoopGroups.of(model, byHand)).all());
    if (findings.stream().anyMatch(it -> it.rule().id().equals(OF_IMPORTS))) {
      drafts.addAll(new Drafts(model, findings, byHand, LoopGroups.whole(model, byHand)).all());
    }
    drafts.sort(
        Comparator.comparingInt((Draft it) -> it.left().size())
            .thenComparingInt(it -> it.steps().size()));
    return drafts.stream().distinct().toList();
  }

  private List<Draft> all() {
    List<Draft> drafts = new ArrayList<>();
    for (Way way : Way.values()) {
      for (Scope scope : scopes()) {
        byOptions(scope, Set.of(TESTS), way).ifPresent(drafts::add);
        byOptions(scope, Set.of(FIXTURES), way).ifPresent(drafts::add);
        byOptions(scope, Set.of(FIXTURES, TESTS), way).ifPresent(drafts::add);
      }
      byMarks(true, way).ifPresent(drafts::add);
      byMarks(false, way).ifPresent(drafts::add);
      if (way == Way.ASK_FOR_THE_LOOP && drafts.stream().allMatch(it -> it.left().isEmpty())) {
        break;
      }
    }
    return drafts;
  }

  /** The widest that a group needs, and the widest there is. */
  private List<Scope> scopes() {
    Scope needed =
        apart().stream().map(this::scope).max(Comparator.naturalOrder()).orElse(Scope.SESSION);
    return needed == Scope.SESSION || needed == Scope.FUNCTION
        ? List.of(Scope.SESSION)
        : List.of(needed, Scope.SESSION);
  }

  private Scope scope(LoopGroup group) {
    return Objects.requireNonNull(scopeOf.get(group), "a group of this suite");
  }

  /** The groups whose members run on different loops. */
  private List<LoopGroup> apart() {
    return groups.stream()
        .filter(
            it -> {
              Scope scope = scope(it);
              return !it.testsOff(scope, model).isEmpty()
                  || !it.fixturesOff(scope, model).isEmpty();
            })
        .toList();
  }

  /** Defaults for the whole suite; what states another loop scope in a group is changed as well. */
  private Optional<Draft> byOptions(Scope scope, Set<String> which, Way way) {
    if (!which.stream()
        .allMatch(
            it ->
                spellings.has(it.equals(TESTS) ? Feature.TEST_DEFAULT : Feature.FIXTURE_DEFAULT))) {
      return Optional.empty();
    }
    SortedMap<String, String> options = new TreeMap<>();
    for (String option : which) {
      boolean same =
          model
              .config()
              .setting(option)
              .map(Setting::value)
              .filter(scope.word()::equals)
              .isPresent();
      if (!same) {
        options.put(option, scope.word());
      }
    }
    if (options.size() < which.size()) {
      return Optional.empty();
    }
    DraftBuilder draft = new DraftBuilder();
    Optional<List<Edit>> edits = OptionEdits.of(model.config(), options);
    if (edits.isEmpty() || model.config().file().isEmpty()) {
      return Optional.empty();
    }
    draft.add(place(edits.orElseThrow().get(0)), set(options), edits);
    Assumed assumed =
        new Assumed(
            model,
            Optional.of(scope).filter(it -> which.contains(TESTS)),
            Optional.of(scope).filter(it -> which.contains(FIXTURES)));
    for (LoopGroup group : groups) {
      agree(group, scope, assumed, draft);
    }
    return withoutEventLoop(new LoopChoice(groups, assumed, false, Optional.of(scope)), way, draft)
        ? draft.draft("run tests and fixtures on one `" + scope + "` loop", proposal())
        : Optional.empty();
  }

  /** What a higher floor would allow; raising it is not ours to do. */
  private String proposal() {
    return spellings.has(Feature.TEST_DEFAULT)
        ? ""
        : "require pytest-asyncio "
            + Feature.TEST_DEFAULT.since()
            + " or later, and `"
            + FIXTURES
            + "` with `"
            + TESTS
            + "` do the same for the whole suite";
  }

  private String set(SortedMap<String, String> options) {
    boolean quoted = model.config().file().filter(ConfigFile::toml).isPresent();
    String quote = quoted ? "\"" : "";
    List<String> lines = new ArrayList<>();
    options.forEach((key, value) -> lines.add("`" + key + " = " + quote + value + quote + "`"));
    return "set " + String.join(" and ", lines);
  }

  private Location place(Edit edit) {
    ConfigFile file = model.config().file().orElseThrow();
    return new Location(file.path(), file.text(), edit.start(), edit.end());
  }

  /** Changes what would not follow the defaults. */
  private void agree(LoopGroup group, Scope scope, Assumed assumed, DraftBuilder draft) {
    if (assumed.agrees(group)) {
      return;
    }
    for (Test test : group.tests()) {
      if (!assumed.loopScope(test).equals(Optional.of(scope))) {
        mark(test, scope, draft);
      }
    }
    for (Fixture fixture : group.fixtures()) {
      if (fixture.isAsync() && !assumed.loopScope(fixture).equals(Optional.of(scope))) {
        declare(fixture, scope, draft);
      }
    }
  }

  /**
   * A loop scope on what needs it.
   *
   * @param fixturesToo whether also on fixtures that have their loop by a default
   */
  private Optional<Draft> byMarks(boolean fixturesToo, Way way) {
    if (!spellings.markKeyword().isPresent()) {
      return Optional.empty();
    }
    DraftBuilder draft = new DraftBuilder();
    boolean meeting = !apart().isEmpty();
    for (LoopGroup group : apart()) {
      Scope scope = scope(group);
      group.testsOff(scope, model).forEach(it -> mark(it, scope, draft));
      group.fixturesOff(scope, model).forEach(it -> declare(it, scope, draft));
      if (fixturesToo && spellings.has(Feature.LOOP_SCOPE)) {
        group.fixtures().stream()
            .filter(it -> it.isAsync() && it.declaredLoopScope().isEmpty())
            .filter(it -> !it.scope().is(Scope.FUNCTION))
            .forEach(it -> declare(it, scope, draft));
      }
    }
    for (Finding finding : findings) {
      Optional<Fix> fix = finding.fix();
      if (fixturesToo
          && fix.isPresent()
          && Set.of("LS004", "LS017").contains(finding.rule().id())) {
        draft.addIfFree(finding.location(), fix.orElseThrow().title(), fix.orElseThrow().edits());
      }
    }
    return withoutEventLoop(
            new LoopChoice(groups, Assumed.nothing(model), fixturesToo, Optional.empty()),
            way,
            draft)
        ? draft.draft(
            meeting
                ? "give tests and fixtures that meet one loop scope"
                : "let the suite do without the `event_loop` of pytest-asyncio",
            meeting ? proposal() : "")
        : Optional.empty();
  }

  private void mark(Test test, Scope scope, DraftBuilder draft) {
    String keyword = spellings.markKeyword().orElse(LoopScopeArgument.KEYWORD);
    Optional<Mark> mark = model.decidingMark(test);
    if (mark.isPresent()) {
      Mark it = mark.orElseThrow();
      draft.add(
          it.location(),
          "write `" + keyword + "=\"" + scope + "\"` in the mark",
          LoopScopeArgument.of(it, keyword, scope).map(List::of));
      return;
    }
    SourceFile file = test.file();
    String text = "pytest.mark.asyncio(" + keyword + "=\"" + scope + "\")";
    if (isMarkedAsOne(test.collectedIn(), scope)) {
      draft.add(
          file.location(file.tree().module()),
          "set `pytestmark = " + text + "`",
          MarkAddition.toModule(test.collectedIn(), text));
    } else {
      draft.add(
          test.location(),
          "mark `" + test.name() + "` with `" + text + "`",
          MarkAddition.toFunction(file, test.function(), text));
    }
  }

  /**
   * Whether each test of a module is async, has no mark yet and needs this scope or shares none.
   */
  private boolean isMarkedAsOne(SourceFile module, Scope scope) {
    return markedAsOne.computeIfAbsent(module, this::takesOneMark)
        && Set.of(scope).containsAll(scopesIn.getOrDefault(module, Set.of()));
  }

  private boolean takesOneMark(SourceFile module) {
    return !module.names().bound().contains("pytestmark")
        && testsOf.getOrDefault(module, List.of()).stream()
            .allMatch(
                it ->
                    it.isAsync()
                        && it.file().equals(module)
                        && it.closestMark(AsyncioMarks.NAME).isEmpty());
  }

  private void declare(Fixture fixture, Scope scope, DraftBuilder draft) {
    draft.add(
        fixture.decoratorLocation(),
        "give `" + fixture.name() + "` the argument `loop_scope=\"" + scope + "\"`",
        spellings.has(Feature.LOOP_SCOPE)
            ? LoopScopeArgument.of(fixture, scope)
            : Optional.empty());
  }

  /**
   * Takes overrides of {@code event_loop} and requests for it away.
   *
   * @return whether there is such a draft
   */
  private boolean withoutEventLoop(LoopChoice choice, Way way, DraftBuilder draft) {
    EventLoopFixtures fixtures = new EventLoopFixtures(model, findings, spellings, choice, draft);
    if (way == Way.GIVE_THE_LOOP && !fixtures.giveRunningLoop()) {
      return false;
    }
    if (way == Way.ASK_FOR_THE_LOOP) {
      new EventLoopRequests(model, spellings, choice, draft).convert();
    }
    byHand.convert(new AsyncFixtures(model, spellings, choice), draft);
    fixtures.delete();
    return true;
  }
}
