package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.code.Decorations;
import dev.loopscope.scaffold.suite.code.Reach;
import dev.loopscope.scaffold.suite.collect.ClassCollector;
import dev.loopscope.scaffold.suite.collect.CollectedClass;
import dev.loopscope.scaffold.suite.collect.CollectedClass.Named;
import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.collect.HookMarks;
import dev.loopscope.scaffold.suite.collect.HookReader;
import dev.loopscope.scaffold.suite.collect.OuterMarks;
import dev.loopscope.scaffold.suite.collect.SuiteFiles;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.collect.TestNames;
import dev.loopscope.scaffold.suite.collect.TestReader;
import dev.loopscope.scaffold.suite.collect.TestReader.Collector;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.fixture.Definition;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.FixtureReader;
import dev.loopscope.scaffold.suite.fixture.GeneratedParameters;
import dev.loopscope.scaffold.suite.fixture.Place;
import dev.loopscope.scaffold.suite.mark.MarkList;
import dev.loopscope.scaffold.suite.mark.MarkReader;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.mark.SuiteClasses;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Builds the collection tree: registers fixtures at their places and collects the tests. */
final class SuiteReader {
  private final Reading<AsyncioMode> mode;
  private final Resolver resolver;
  private final SuiteFiles files;
  private final TestNames names;
  private final ClassCollector classCollector;
  private final SuiteClasses classes;
  private final FixtureReader fixtures;
  private final TestReader tests;
  private final OuterMarks outerMarks;
  private final GeneratedParameters generated;
  private final HookReader hooks;
  private final Place session = Place.session();
  private final Map<String, Place> directories = new HashMap<>();
  private final Map<SourceFile, List<CollectedClass>> collected = new LinkedHashMap<>();
  private final Map<Test, Place> found = new LinkedHashMap<>();
  private final Map<Fixture, Place> fixturePlaces = new LinkedHashMap<>();
  private final Set<Fixture> ofInstalled = new HashSet<>();
  private final List<UnknownPart> unknown = new ArrayList<>();
  private final List<SourceFile> modules;

  private SuiteReader(
      PytestConfig config,
      Reading<AsyncioMode> mode,
      Resolver resolver,
      ClassHierarchy hierarchy,
      SuiteFiles files) {
    this.mode = mode;
    this.resolver = resolver;
    this.files = files;
    this.names = new TestNames(config);
    this.classCollector = new ClassCollector(resolver, hierarchy, names);
    this.modules = files.testModules().stream().filter(SuiteReader::isImportedToItsEnd).toList();
    // Most of the time goes here: names are followed to all the files that tests import.
    modules.parallelStream()
        .map(it -> Map.entry(it, classesOf(it)))
        .toList()
        .forEach(it -> collected.put(it.getKey(), it.getValue()));
    this.classes =
        new SuiteClasses(
            hierarchy, references(collected.values().stream().flatMap(List::stream).toList()));
    Decorations decorations = new Decorations(resolver);
    MarkReader marks = new MarkReader(resolver);
    this.fixtures = new FixtureReader(resolver, decorations, marks, classes);
    this.tests = new TestReader(resolver, decorations, marks, classes);
    this.outerMarks = new OuterMarks(resolver, marks, classes);
    this.generated = new GeneratedParameters(resolver);
    this.hooks = new HookReader(resolver, marks);
  }

  /**
   * Reads a suite.
   *
   * @param mode which tests pytest-asyncio takes
   * @param provided the fixtures of pytest and its plugins
   */
  static ReadSuite read(
      PytestConfig config,
      Reading<AsyncioMode> mode,
      Resolver resolver,
      ClassHierarchy hierarchy,
      SuiteFiles files,
      List<Definition> provided) {
    SuiteReader reader = new SuiteReader(config, mode, resolver, hierarchy, files);
    config.setting("usefixtures").ifPresent(it -> it.items().forEach(reader.session::use));
    provided.forEach(reader.session::register);
    return reader.read();
  }

  /** A module that raises, skips or exits while it is imported has no test. */
  private static boolean isImportedToItsEnd(SourceFile module) {
    return module.tree().module().body().stream().noneMatch(Reach::leaves);
  }

  private ReadSuite read() {
    files.installed().forEach(this::registerInstalled);
    files.plugins().forEach(it -> register(session, it));
    Set<String> withConftest = new TreeSet<>(files.conftests().keySet());
    withConftest.addAll(files.unreadable());
    withConftest.forEach(this::registerConftest);
    // The conftests are known now, and no module sees what is registered in another one.
    modules.parallelStream().map(this::collect).toList().forEach(this::add);
    unknown.addAll(files.unknown());
    HookMarks hookMarks = hookMarks();
    boolean auto = mode.is(AsyncioMode.AUTO);
    Map<Test, Place> marked = new LinkedHashMap<>();
    found.forEach((test, place) -> marked.put(hookMarks.applied(test, auto), place));
    Comparator<SuiteClass> byPlace =
        Comparator.comparing((SuiteClass it) -> it.file().path())
            .thenComparing(it -> it.definition().start());
    return new ReadSuite(
        files.all(),
        List.copyOf(marked.keySet()),
        fixturePlaces.keySet().stream()
            .filter(it -> !ofInstalled.contains(it))
            .sorted(
                Comparator.comparing((Fixture it) -> it.file().path())
                    .thenComparing(it -> it.function().start())
                    .thenComparing(Fixture::name))
            .toList(),
        classes.all().stream().sorted(byPlace).toList(),
        marked,
        fixturePlaces,
        hookMarks,
        unknown);
  }

  /** The fixtures of a plugin, and the parameters that its hook gives. */
  private void registerInstalled(SourceFile module) {
    if (!module.names().bindings(GeneratedParameters.HOOK).isEmpty()) {
      generated.registerInstalled(session, resolver.member(module, GeneratedParameters.HOOK));
    }
    for (String name : resolver.memberNames(module).stream().sorted().toList()) {
      fixtures
          .fixture(resolver.member(module, name), name)
          .ifPresent(
              it -> {
                session.register(Definition.of(it));
                fixturePlaces.putIfAbsent(it, session);
                ofInstalled.add(it);
              });
    }
  }

  private HookMarks hookMarks() {
    HookMarks all = HookMarks.NONE;
    for (SourceFile plugin : files.installed()) {
      all = all.then(hooks.marks(plugin));
    }
    for (SourceFile plugin : files.plugins()) {
      all = all.then(hooks.marks(plugin));
    }
    for (SourceFile conftest : files.conftests().values()) {
      all = all.then(hooks.marks(conftest));
    }
    return all;
  }

  private List<CollectedClass> classesOf(SourceFile module) {
    List<CollectedClass> all = new ArrayList<>();
    for (String name : resolver.memberNames(module)) {
      if (resolver.member(module, name) instanceof Resolution.Class it) {
        classCollector.collect(name, it.reference()).ifPresent(all::add);
      }
    }
    return all;
  }

  private static List<ClassRef> references(List<CollectedClass> classes) {
    List<ClassRef> all = new ArrayList<>();
    for (CollectedClass it : classes) {
      all.add(it.reference());
      all.addAll(references(it.nested()));
    }
    return all;
  }

  private void registerConftest(String directory) {
    Place place = placeOf(directory).inner();
    directories.put(directory, place);
    SourceFile conftest = files.conftests().get(directory);
    if (conftest == null) {
      place.mayRegisterAny("the conftest of `" + directory + "` could not be read");
    } else {
      register(place, conftest);
    }
  }

  /** The place of the nearest directory with a conftest, from a directory upwards. */
  private Place placeOf(String directory) {
    for (String at = directory; ; at = Directories.parent(at)) {
      Place place = directories.get(at);
      if (place != null) {
        return place;
      }
      if (at.isEmpty()) {
        return session;
      }
    }
  }

  /** What was found in one module; in the order of the text, as it is added to the suite. */
  private record Found(
      List<Map.Entry<Test, Place>> tests,
      List<Map.Entry<Fixture, Place>> fixtures,
      List<UnknownPart> unknown) {
    Found() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private void add(Found one) {
    one.tests().forEach(it -> found.put(it.getKey(), it.getValue()));
    one.fixtures().forEach(it -> fixturePlaces.putIfAbsent(it.getKey(), it.getValue()));
    unknown.addAll(one.unknown());
  }

  private void register(Place place, SourceFile module) {
    Found found = new Found();
    register(place, module, found);
    add(found);
  }

  private void register(Place place, SourceFile module, Found found) {
    resolver.memberNames(module).stream()
        .sorted()
        .forEach(name -> register(place, name, resolver.member(module, name), found));
  }

  private void register(Place place, String name, Resolution bound, Found found) {
    Optional<Fixture> fixture = fixtures.fixture(bound, name);
    if (name.equals(GeneratedParameters.HOOK)) {
      generated.register(place, bound);
    } else if (fixture.isPresent()) {
      place.register(Definition.of(fixture.orElseThrow()));
      found.fixtures().add(Map.entry(fixture.orElseThrow(), place));
    } else {
      fixtures.doubt(bound).ifPresent(reason -> place.mayRegister(name, reason));
    }
  }

  private Found collect(SourceFile module) {
    Found found = new Found();
    Place place = placeOf(module.directory()).inner();
    register(place, module, found);
    MarkList marks = outerMarks.ofModule(module);
    note(module, marks, found);
    Collector collector = new Collector(module, Optional.empty(), marks);
    for (String name : resolver.memberNames(module)) {
      if (names.isTestFunction(name)
          && resolver.member(module, name) instanceof Resolution.Function function
          && fixtures.fixture(function, name).isEmpty()) {
        found.tests().add(Map.entry(tests.test(collector, name, function), place));
      }
    }
    collected.getOrDefault(module, List.of()).forEach(it -> collect(collector, it, place, found));
    return found;
  }

  private void collect(
      Collector outer, CollectedClass collectedClass, Place outerPlace, Found found) {
    Place place = outerPlace.inner();
    collectedClass.unknown().ifPresent(place::mayRegisterAny);
    members(collectedClass).stream()
        .sorted()
        .forEach(
            name ->
                register(place, name, resolver.member(collectedClass.reference(), name), found));
    MarkList marks = outerMarks.ofClass(collectedClass.mro()).then(outer.outerMarks());
    Collector collector =
        new Collector(outer.module(), Optional.of(classes.of(collectedClass.reference())), marks);
    for (Named it : collectedClass.functions()) {
      if (fixtures.fixture(it.function(), it.name()).isEmpty()) {
        found.tests().add(Map.entry(tests.test(collector, it.name(), it.function()), place));
      }
    }
    collectedClass.nested().forEach(it -> collect(collector, it, place, found));
  }

  private static List<String> members(CollectedClass it) {
    return it.mro().classes().stream()
        .flatMap(owner -> owner.file().names().bound(owner.definition()).stream())
        .distinct()
        .toList();
  }

  private static void note(SourceFile module, MarkList marks, Found found) {
    marks
        .unknown()
        .ifPresent(
            why ->
                found
                    .unknown()
                    .add(
                        new UnknownPart(
                            module.location(module.tree().module()),
                            "the marks of `" + module.path() + "`",
                            why)));
  }
}
