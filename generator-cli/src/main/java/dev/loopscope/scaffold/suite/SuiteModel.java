package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.Lazy;
import dev.loopscope.scaffold.suite.collect.SuiteFiles;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.config.AnyioMode;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.ConfiguredSuite;
import dev.loopscope.scaffold.suite.config.EntryPoints;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.UnreadSetting;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Closures;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.fixture.ProvidedFixtures;
import dev.loopscope.scaffold.suite.fixture.SetupFunctions;
import dev.loopscope.scaffold.suite.fixture.SkippedTests;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.AnyioBackends;
import dev.loopscope.scaffold.suite.loop.AsyncioVersion;
import dev.loopscope.scaffold.suite.loop.LoopScopes;
import dev.loopscope.scaffold.suite.loop.Plugins;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.loop.Runners;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;
import dev.loopscope.scaffold.suite.resource.left.ClassPlaces;
import dev.loopscope.scaffold.suite.resource.left.Left;
import dev.loopscope.scaffold.suite.resource.left.LeftBound;
import dev.loopscope.scaffold.suite.resource.left.Served;
import dev.loopscope.scaffold.suite.resource.left.Started;
import dev.loopscope.scaffold.suite.resource.primitive.Step;
import dev.loopscope.scaffold.suite.resource.value.AsyncioNeed;
import dev.loopscope.scaffold.suite.resource.value.KeptOnce;
import dev.loopscope.scaffold.suite.resource.value.LoopNeed;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What pytest would make of the files of one suite, read without running them. All lists are in a
 * fixed order: files by path, and what they hold in the order of the text. Safe for use by several
 * threads.
 */
public final class SuiteModel {
  /** Libraries whose applications answer requests of tests, and of whose clients send them. */
  private static final Set<String> CLIENTS =
      Set.of("aiohttp", "fastapi", "starlette", "httpx", "litestar", "quart");

  private final PytestConfig config;
  private final PluginVersions versions;
  private final EntryPoints entryPoints;
  private final List<UnknownPart> missed;
  private final List<UnreadSetting> unread;
  private final boolean modeOnACommandLine;
  private final Resolver resolver;
  private final ClassHierarchy hierarchy;
  private final ReadSuite suite;
  private final Plugins plugins;
  private final LoopScopes loopScopes;
  private final Runners runners;
  private final AnyioBackends backends;
  private final Closures closures;
  private final Lazy<Map<Runner, List<Test>>> testsByRunner = new Lazy<>(this::findTestsByRunner);
  private final LeftBound leftovers;
  private final SetupFunctions setups;
  private final Lazy<List<Test>> running = new Lazy<>(this::findRunning);
  private final Lazy<Map<Fixture, List<Test>>> users = new Lazy<>(this::findUsers);
  private final Lazy<Boolean> sendsRequests = new Lazy<>(this::findSendsRequests);
  private final Lazy<List<UnknownPart>> unknowns = new Lazy<>(this::findUnknowns);

  /** The version of pytest-asyncio that a fresh install gets. */
  private final AsyncioVersion expected;

  private final Map<String, Boolean> mentions = new ConcurrentHashMap<>();
  private final Map<Test, Reading<Runner>> testRunners = new ConcurrentHashMap<>();
  private final Map<Test, List<Served>> served = new ConcurrentHashMap<>();
  private final Map<Test, Reading<AnyioBackend>> testBackends = new ConcurrentHashMap<>();

  /**
   * Reads a suite.
   *
   * @param missed what else may belong to it
   */
  SuiteModel(
      ConfiguredSuite configured,
      Resolver resolver,
      Collection<String> testModules,
      List<UnknownPart> missed) {
    this.missed = List.copyOf(missed);
    this.entryPoints = configured.entryPoints();
    this.config = configured.config();
    this.versions = configured.versions();
    this.unread = configured.unread();
    this.modeOnACommandLine = configured.modeOnACommandLine();
    this.resolver = resolver;
    this.hierarchy = new ClassHierarchy(resolver);
    this.plugins = Plugins.of(config, versions);
    this.expected =
        new AsyncioVersion(versions.pytestAsyncio().expected().orElse(AsyncioVersion.NEWEST));
    this.loopScopes = new LoopScopes(config, resolver);
    this.backends = new AnyioBackends(resolver, versions);
    this.leftovers = new LeftBound(resolver);
    this.setups = new SetupFunctions(resolver);
    this.suite =
        SuiteReader.read(
            config,
            asyncioMode(),
            resolver,
            hierarchy,
            SuiteFiles.load(config, resolver, testModules, entryPoints),
            ProvidedFixtures.of(
                plugins.pytestAsyncio(), expected.hasEventLoopFixture(), plugins.anyio()));
    this.closures =
        new Closures(suite.places(), suite.fixturePlaces(), resolver, this::isMarkedForAnyio);
    this.runners = new Runners(config, plugins.usedWhere(this::says), speaksOfAnyio());
  }

  /** Whether a file holds a text, or a test has the mark that it names. */
  private boolean says(String text) {
    String mark = text.substring(text.indexOf('.') + 1);
    return suite.files().stream().anyMatch(file -> file.source().text().contains(text))
        || suite.tests().stream().anyMatch(it -> it.closestMark(mark).isPresent());
  }

  private boolean speaksOfAnyio() {
    return versions.anyio().stated()
        || config.setting("anyio_mode").isPresent()
        || suite.fixtures().stream()
            .anyMatch(it -> it.name().equals(ProvidedFixtures.ANYIO_BACKEND))
        || suite.tests().stream().anyMatch(it -> it.closestMark("anyio").isPresent());
  }

  /**
   * Reads the suites that some files and directories belong to.
   *
   * @param base the directory that all paths in the models are relative to
   * @param paths what to read, below the base, as pytest takes them on its command line: a file is
   *     read whatever its name
   * @return one model for each configuration of pytest that owns some of the files, in the order of
   *     their root directories
   */
  public static List<SuiteModel> read(Path base, List<Path> paths) {
    Path absolute = base.toAbsolutePath().normalize();
    return read(paths, new ConfigFiles(absolute, Snapshot.around(absolute, paths)));
  }

  /** The same, from files that others may have read; paths are relative to their base. */
  public static List<SuiteModel> read(List<Path> paths, ConfigFiles files) {
    return new SuiteSearch(paths, files).models(AskedVersions.NONE);
  }

  /** The configuration that pytest reads. */
  public PytestConfig config() {
    return config;
  }

  /** The versions of pytest and its plugins that the project allows. */
  public PluginVersions versions() {
    return versions;
  }

  /** Follows names in the files of this suite. */
  public Resolver resolver() {
    return resolver;
  }

  /** The order of base classes in this suite. */
  public ClassHierarchy hierarchy() {
    return hierarchy;
  }

  /**
   * The files that pytest loads itself: test modules, conftests and plugin modules. Others are only
   * read where names lead to them.
   */
  public List<SourceFile> files() {
    return suite.files();
  }

  /** The fixtures that a file of {@link #files()} has, its own and those it imports. */
  public List<Fixture> fixtures() {
    return suite.fixtures();
  }

  /**
   * The tests that pytest runs: those that it collects, without those that it skips in every run.
   * These do nothing that could be wrong.
   */
  public List<Test> tests() {
    return running.get();
  }

  /** The tests that pytest collects, and whose marks its plugins read, skipped or not. */
  public List<Test> collected() {
    return suite.tests();
  }

  private List<Test> findRunning() {
    SkippedTests skipped = new SkippedTests(resolver, closures, suite.fixtures());
    return suite.tests().stream().filter(test -> !skipped.holds(test)).toList();
  }

  /** The classes that pytest collects, and those of their bases that hold fixtures or marks. */
  public List<SuiteClass> classes() {
    return suite.classes();
  }

  private Map<Fixture, List<Test>> findUsers() {
    return closures.users(tests());
  }

  /** What is set up for a test. */
  public Closure closure(Test test) {
    return closures.of(test);
  }

  /** Whether anyio's plugin marks a test with usefixtures when it is collected. */
  private boolean isMarkedForAnyio(Test test) {
    return plugins.anyio()
        && test.isAsync()
        && (config.anyioMode().is(AnyioMode.AUTO)
            || test.marks("anyio").stream().anyMatch(it -> it.level() != MarkLevel.HOOK));
  }

  /**
   * What a fixture requests, itself left out, as seen from where it is defined. A test that sees
   * overrides of these may get others.
   */
  public Closure closure(Fixture fixture) {
    return closures.of(fixture);
  }

  /** What a fixture requests, itself left out, when it is set up for a test. */
  public Closure closure(Fixture fixture, Test test) {
    return closures.of(fixture, test);
  }

  /**
   * Why it is not known what a name stands for in a test; empty if nothing of that name is there.
   */
  Optional<String> doubt(String name, Test test) {
    return closures.doubt(name, test);
  }

  /** The project's fixture that a name stands for in a test, whether it requests it or not. */
  public Optional<Fixture> fixture(String name, Test test) {
    return closures.nearest(name, test);
  }

  /** Those of {@link #tests()} that have a fixture in their closure. */
  public List<Test> testsUsing(Fixture fixture) {
    return users.get().getOrDefault(fixture, List.of());
  }

  /** Who calls a test, with the plugin versions that a fresh install gets. */
  public Reading<Runner> runner(Test test) {
    // Most tests of most projects are sync, and asking again takes no longer than remembering.
    if (test.kind().isKnown() && !test.isAsync()) {
      return runners.of(test, () -> closure(test), expected);
    }
    Reading<Runner> known = testRunners.get(test);
    return known == null
        ? testRunners.computeIfAbsent(test, same -> runners.of(same, () -> closure(same), expected))
        : known;
  }

  /** The tests that something is known to call, with the versions that a fresh install gets. */
  public List<Test> testsRunBy(Runner runner) {
    return testsByRunner.get().getOrDefault(runner, List.of());
  }

  /** Whether pytest collects a test for a runner, to be run or to be skipped. */
  public boolean hasTestsFor(Runner runner) {
    return collected().stream().anyMatch(test -> runner(test).is(runner));
  }

  private Map<Runner, List<Test>> findTestsByRunner() {
    Map<Runner, List<Test>> found = new EnumMap<>(Runner.class);
    for (Test test : tests()) {
      runner(test)
          .toOptional()
          .ifPresent(it -> found.computeIfAbsent(it, unused -> new ArrayList<>()).add(test));
    }
    found.replaceAll((runner, tests) -> List.copyOf(tests));
    return found;
  }

  /** Who calls a fixture when a test requests it, with the versions that a fresh install gets. */
  public Reading<Runner> runner(Fixture fixture, Test test) {
    return runners.of(fixture, closure(test), expected);
  }

  /**
   * The loop scope that pytest-asyncio runs a test with, in the version that a fresh install gets:
   * that of its closest mark, else the default. Unknown for a test that it does not run.
   */
  public Reading<Scope> loopScope(Test test) {
    return loopScope(test, expected);
  }

  /** The loop scope that a version of pytest-asyncio runs a test with. */
  public Reading<Scope> loopScope(Test test, Version version) {
    return loopScope(test, new AsyncioVersion(version));
  }

  private Reading<Scope> loopScope(Test test, AsyncioVersion version) {
    if (test.unknownMarks().isPresent()) {
      return Reading.unknown(test.unknownMarks().orElseThrow());
    }
    return runners
        .of(test, () -> closure(test), version)
        .flatMap(
            runner ->
                runner == Runner.PYTEST_ASYNCIO
                    ? loopScopes.ofTest(decidingMark(test), fixture("event_loop", test), version)
                    : Reading.unknown("pytest-asyncio does not run `" + test.name() + "`"));
  }

  /**
   * The mark that decides on which loop pytest-asyncio runs a test. Empty if a test has none, and
   * where auto mode puts a bare mark on it before a hook adds another one.
   */
  public Optional<Mark> decidingMark(Test test) {
    Optional<Mark> closest = test.closestMark("asyncio");
    boolean late = closest.filter(suite.hookMarks()::isAppended).isPresent();
    boolean early = test.marks("asyncio").stream().anyMatch(it -> it.level() != MarkLevel.HOOK);
    return late && !early && asyncioMode().is(AsyncioMode.AUTO) ? Optional.empty() : closest;
  }

  /**
   * The loop scope that pytest-asyncio runs a fixture with, in the version that a fresh install
   * gets: the one it states, else the default, else its own scope. Unknown for a fixture that it
   * never runs.
   */
  public Reading<Scope> loopScope(Fixture fixture) {
    return loopScope(fixture, expected);
  }

  /** The loop scope that a version of pytest-asyncio runs a fixture with. */
  public Reading<Scope> loopScope(Fixture fixture, Version version) {
    return loopScope(fixture, new AsyncioVersion(version));
  }

  private Reading<Scope> loopScope(Fixture fixture, AsyncioVersion version) {
    boolean taken =
        fixture.maker() == Maker.PYTEST_ASYNCIO
            || (fixture.maker() == Maker.PYTEST
                && fixture.isAsync()
                && takesAny(config.asyncioMode(version.version())));
    return taken && plugins.pytestAsyncio()
        ? loopScopes.ofFixture(fixture, closures.nearest("event_loop", fixture), version)
        : Reading.unknown("pytest-asyncio does not run `" + fixture.name() + "`");
  }

  private static boolean takesAny(Reading<AsyncioMode> mode) {
    return mode.is(AsyncioMode.AUTO) || mode.is(AsyncioMode.LEGACY);
  }

  /** What pytest-asyncio takes for its own, in the version that a fresh install gets. */
  public Reading<AsyncioMode> asyncioMode() {
    return config.asyncioMode(expected.version());
  }

  /**
   * The backends that {@code anyio_backend} names for a test, one for each of its items, in order:
   * {@code asyncio}, {@code trio}. They are what the test's id says, and what it runs on if anyio
   * runs it. Unknown for a test without that fixture in its closure.
   */
  public Reading<List<String>> backends(Test test) {
    return backend(test).map(AnyioBackend::names);
  }

  /** What {@code anyio_backend} gives to a test, whether it asks for it or not. */
  public Reading<AnyioBackend> backend(Test test) {
    return testBackends.computeIfAbsent(test, it -> backends.of(it, closure(it)));
  }

  /** Reads which backends the code of this suite names. */
  public AnyioBackends anyioBackends() {
    return backends;
  }

  /** What a fixture leaves bound to a loop. */
  public Left left(Fixture fixture) {
    return leftovers.of(fixture, () -> testsUsing(fixture), this::closure);
  }

  /** The functions that are called before a test by their names alone, as fixtures. */
  public List<Fixture> setups(Test test) {
    return setups.before(test);
  }

  /** The calls of a test that ask for the current loop in every run, there or in what is called. */
  public List<Call> asks(Test test) {
    return leftovers.asks(test.file(), test.function());
  }

  /** The calls of a synchronous function that fail in every run, as no loop runs. */
  public List<LoopNeed> needs(SourceFile file, FunctionDef function) {
    return leftovers.needs(file, function);
  }

  /** The calls of a function that run a loop by hand in every run, there or in what is called. */
  public List<LoopNeed> drives(SourceFile file, FunctionDef function) {
    return leftovers.drives(file, function);
  }

  /** What of a test raises in every run by trio, there or in what is called. */
  public List<AsyncioNeed> asyncioNeeds(Test test) {
    return leftovers.asyncioNeeds(
        test.file(), test.function(), reference(test.collectedBy()), closure(test));
  }

  /** The same of a fixture that is set up for a test. */
  public List<AsyncioNeed> asyncioNeeds(Fixture fixture, Test test) {
    return leftovers.asyncioNeeds(
        fixture.file(),
        fixture.function(),
        reference(fixture.owner().flatMap(unused -> test.collectedBy())),
        closure(test));
  }

  private static Optional<ClassRef> reference(Optional<SuiteClass> owner) {
    return owner.map(it -> new ClassRef(it.file(), it.definition()));
  }

  /** The variables of modules and attributes of classes that a fixture puts something into. */
  public Set<Part.Shared> keeps(Fixture fixture) {
    return leftovers.keeps(fixture.file(), fixture.function());
  }

  /** The variables of modules and attributes of classes that a test puts something into anew. */
  public Set<Part.Shared> keeps(Test test) {
    return leftovers.keeps(test.file(), test.function());
  }

  /** What the import of a file needs a running loop for. */
  public List<LoopNeed> needs(SourceFile file) {
    return leftovers.needs(file);
  }

  /** What an import binds to a loop that none of the tests runs on, and keeps at a place. */
  public Set<Part.Made> ofImportLoop(Part.Shared place) {
    return leftovers.ofImportLoop(place);
  }

  /** What a variable of a module, or a class's attribute, holds once the module is imported. */
  public Set<Part.Made> atImport(Part.Shared place) {
    return leftovers.atImport(place);
  }

  /**
   * What a test waits for, its calls followed, and its requests to the functions that answer them
   * on its loop.
   */
  public Set<Part> waits(Test test) {
    Set<Part> own = leftovers.waits(test.file(), test.function());
    List<Served> served = served(test);
    if (served.isEmpty() && test.collectedBy().isEmpty()) {
      return own;
    }
    Set<Part> all = new LinkedHashSet<>(own);
    test.collectedBy().ifPresent(it -> all.addAll(ClassPlaces.of(test, it, own)));
    served.stream().filter(it -> it.portal().isEmpty()).forEach(it -> all.addAll(it.waits()));
    return all;
  }

  /** What applications do to answer a test's requests, where it is known who answers. */
  public List<Served> served(Test test) {
    if (!sendsRequests.get()) {
      return List.of();
    }
    List<Served> known = served.get(test);
    if (known == null) {
      known = leftovers.served(test.file(), test.function(), closure(test));
      served.put(test, known);
    }
    return known;
  }

  /** Whether a test sends requests, and it is known of each of them who answers it. */
  public boolean knowsAnswers(Test test) {
    int known = served(test).size();
    return known > 0 && known == leftovers.requests(test.file(), test.function());
  }

  /** What they do to answer the requests of a fixture that is set up for a test. */
  public List<Served> served(Fixture fixture, Test test) {
    return sendsRequests.get()
        ? leftovers.served(fixture.file(), fixture.function(), closure(test))
        : List.of();
  }

  /** What applications keep, that clients in fixtures of a test start on loops of their own. */
  public List<Started> started(Test test) {
    return sendsRequests.get() ? leftovers.started(closure(test)) : List.of();
  }

  /** Whether it has a library whose applications or clients are known. */
  private boolean findSendsRequests() {
    return CLIENTS.stream().anyMatch(it -> versions.byDistribution().containsKey(it))
        || files().stream()
            .flatMap(file -> file.imports().stream())
            .anyMatch(name -> CLIENTS.contains(name.first()));
  }

  /** What a test makes once and keeps for those behind it, and waits for itself. */
  public List<KeptOnce> keptOnce(Test test) {
    return leftovers.keptOnce(test.file(), test.function(), closure(test));
  }

  /** Whether a function puts something at a place, whatever is there, or closes it. */
  public boolean renews(SourceFile file, FunctionDef function, Part.Shared place) {
    return leftovers.renews(file, function, place);
  }

  /** What a test waits for where it catches or expects a failure. */
  public Set<Part> guardedWaits(Test test) {
    return leftovers.guardedWaits(test.file(), test.function());
  }

  /** What a test does to primitives that fixtures made, in the order of a run. */
  public List<Step> steps(Test test, Set<Thing> primitives) {
    return leftovers.steps(test.file(), test.function(), closure(test), primitives, false);
  }

  /** What a function that answers a test's request does to them. */
  public List<Step> steps(Part.Code handler, Test test, Set<Thing> primitives) {
    return leftovers.steps(handler.file(), handler.function(), closure(test), primitives, false);
  }

  /**
   * What a fixture that is set up for a test does to them.
   *
   * @param toTheYield whether that is all that it does before the test
   */
  public List<Step> steps(Fixture fixture, Test test, Set<Thing> primitives, boolean toTheYield) {
    return leftovers.steps(
        fixture.file(), fixture.function(), closure(test), primitives, toTheYield);
  }

  /** What a fixture waits for, its calls followed. */
  public Set<Part> waits(Fixture fixture) {
    return leftovers.waits(fixture.file(), fixture.function());
  }

  /** What becomes of what a fixture gives if it is used on another loop. */
  public OnAnotherLoop resource(Fixture fixture) {
    return left(fixture).value();
  }

  /** Options of the plugins that run async tests, where pytest does not look. */
  public List<UnreadSetting> unreadSettings() {
    return unread;
  }

  /** Whether the mode may come from a command line that the project writes down somewhere. */
  public boolean modeOnACommandLine() {
    return modeOnACommandLine;
  }

  /** Whether a file of {@link #files()} holds a text; each text is looked for once. */
  public boolean mentions(String text) {
    return mentions.computeIfAbsent(
        text, it -> files().stream().anyMatch(file -> file.source().text().contains(it)));
  }

  /** What could not be read, in order. Nothing is concluded from it. */
  public List<UnknownPart> unknowns() {
    return unknowns.get();
  }

  private List<UnknownPart> findUnknowns() {
    List<UnknownPart> all = new ArrayList<>(suite.unknown());
    all.addAll(new UnknownAnswers(this).all());
    all.addAll(missed);
    entryPoints.unreadable().ifPresent(it -> all.add(unread(it)));
    config.unreadable().forEach(it -> all.add(unread(it)));
    versions.unreadable().forEach(it -> all.add(unread(it)));
    return all.stream().sorted().distinct().toList();
  }

  private static UnknownPart unread(UnreadableConfig part) {
    return new UnknownPart(part.location(), part.what(), part.why());
  }
}
