package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The functions that pytest and unittest call before tests by their names alone, as the autouse
 * fixtures that pytest makes of them. Only synchronous ones are meant: nobody awaits others. Safe
 * for several threads.
 */
public final class SetupFunctions {
  private static final Map<String, Scope> OF_CLASSES =
      Map.of("setup_class", Scope.CLASS, "setup_method", Scope.FUNCTION);
  private static final Map<String, Scope> OF_TEST_CASES =
      Map.of("setUpClass", Scope.CLASS, "setUp", Scope.FUNCTION);
  private static final Map<String, Scope> OF_MODULES =
      Map.of("setup_module", Scope.MODULE, "setUpModule", Scope.MODULE);

  private final Resolver resolver;
  private final Map<SuiteClass, List<Fixture>> ofClasses = new ConcurrentHashMap<>();
  private final Map<SourceFile, List<Fixture>> ofModules = new ConcurrentHashMap<>();

  /** Of the code of a suite. */
  public SetupFunctions(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Those that are called before a test, the first one first. */
  public List<Fixture> before(Test test) {
    List<Fixture> all = new ArrayList<>(ofModule(test.collectedIn()));
    test.collectedBy().ifPresent(owner -> all.addAll(ofClass(owner)));
    return all;
  }

  private List<Fixture> ofModule(SourceFile module) {
    List<Fixture> known = ofModules.get(module);
    return known == null
        ? ofModules.computeIfAbsent(
            module, it -> named(OF_MODULES, name -> resolver.member(it, name)))
        : known;
  }

  private List<Fixture> ofClass(SuiteClass owner) {
    List<Fixture> known = ofClasses.get(owner);
    return known == null ? ofClasses.computeIfAbsent(owner, this::inClass) : known;
  }

  private List<Fixture> inClass(SuiteClass owner) {
    boolean unittest =
        owner.mro().externalBases().stream().anyMatch(it -> it.startsWith("unittest."));
    ClassRef reference = new ClassRef(owner.file(), owner.definition());
    return named(unittest ? OF_TEST_CASES : OF_CLASSES, name -> resolver.member(reference, name));
  }

  /** What a name leads to. */
  private interface Lookup {
    Resolution of(String name);
  }

  private static List<Fixture> named(Map<String, Scope> names, Lookup lookup) {
    List<Fixture> found = new ArrayList<>();
    names.entrySet().stream()
        .sorted(Map.Entry.<String, Scope>comparingByValue().reversed())
        .forEach(
            it -> {
              if (lookup.of(it.getKey()) instanceof Resolution.Function function
                  && FunctionKind.of(function.file(), function.definition()) == FunctionKind.SYNC) {
                found.add(fixture(function.file(), function.definition(), it.getValue()));
              }
            });
    return List.copyOf(found);
  }

  private static Fixture fixture(SourceFile file, FunctionDef function, Scope scope) {
    return new Fixture(
        function.name().id(),
        file,
        function,
        Optional.empty(),
        Maker.PYTEST,
        function.name(),
        file,
        Reading.known(scope),
        Optional.empty(),
        Reading.known(true),
        Optional.empty(),
        Reading.known(FunctionKind.SYNC),
        List.of(),
        List.of());
  }
}
