package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.NameScope;
import dev.loopscope.scaffold.suite.module.name.PlacedBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which pytest collects tests: directories and files by name, those of {@code
 * testpaths} as they are listed, and in a file as the names are bound.
 */
final class CollectionOrder {
  /** The first version that sorts files and directories together; before, files came first. */
  private static final Version TOGETHER = Version.of("8.0");

  private final SuiteModel model;
  private final boolean together;

  private CollectionOrder(SuiteModel model) {
    this.model = model;
    this.together =
        model.versions().pytest().expected().map(it -> it.compareTo(TOGETHER) >= 0).orElse(true);
  }

  /** Where a test stands. */
  private record Placed(Test test, int testpath, String path, List<Integer> within) {
    Placed {
      within = List.copyOf(within);
    }
  }

  /** All tests that pytest collects, in its order. */
  static List<Test> of(SuiteModel model) {
    CollectionOrder order = new CollectionOrder(model);
    return model.collected().stream()
        .map(order::placed)
        .sorted(
            Comparator.comparingInt(Placed::testpath)
                .thenComparing(Placed::path, order::comparePaths)
                .thenComparing(Placed::within, CollectionOrder::compare))
        .map(Placed::test)
        .toList();
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return Integer.compare(one.get(i), other.get(i));
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private Placed placed(Test test) {
    String path = test.collectedIn().path();
    return new Placed(test, testpath(path), path, within(test));
  }

  private int testpath(String path) {
    List<String> listed = model.config().testpaths();
    String root = Directories.normal(model.config().rootDirectory());
    for (int i = 0; i < listed.size(); i++) {
      String directory = Directories.join(root, listed.get(i));
      if (path.equals(directory) || path.startsWith(directory + "/")) {
        return i;
      }
    }
    return listed.size();
  }

  private int comparePaths(String one, String other) {
    String[] ones = one.split("/", -1);
    String[] others = other.split("/", -1);
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      if (!ones[i].equals(others[i])) {
        boolean file = i == ones.length - 1;
        boolean otherIsFile = i == others.length - 1;
        return together || file == otherIsFile ? ones[i].compareTo(others[i]) : file ? -1 : 1;
      }
    }
    return Integer.compare(ones.length, others.length);
  }

  /**
   * Where the names are bound, from the module inwards. What a class inherits stands before its own
   * members.
   */
  private static List<Integer> within(Test test) {
    SourceFile module = test.collectedIn();
    List<Integer> places = new ArrayList<>();
    if (test.collectedBy().isEmpty()) {
      places.add(bound(module, test.name()));
    } else {
      SuiteClass owner = test.collectedBy().orElseThrow();
      List<ClassDef> classes = around(owner);
      places.add(bound(module, classes.get(0).name().id()));
      for (ClassDef inner : classes.subList(1, classes.size())) {
        places.add(inner.start());
      }
      boolean own = test.definedIn().filter(owner::equals).isPresent();
      places.add(own ? test.function().start() : -1);
    }
    return places;
  }

  /** A class with those around it, the outermost first. */
  private static List<ClassDef> around(SuiteClass owner) {
    List<ClassDef> classes = new ArrayList<>(List.of(owner.definition()));
    Optional<CompoundStatement> outer = owner.file().names().enclosing(owner.definition());
    while (outer.isPresent() && outer.orElseThrow() instanceof ClassDef type) {
      classes.add(0, type);
      outer = owner.file().names().enclosing(type);
    }
    return classes;
  }

  /** Where a module binds a name first, be it by an import of all names. */
  private static int bound(SourceFile module, String name) {
    NameScope scope = module.names().module();
    List<PlacedBinding> bindings = new ArrayList<>(scope.all(name));
    if (bindings.isEmpty()) {
      bindings.addAll(scope.stars());
    }
    return bindings.stream().mapToInt(PlacedBinding::from).min().orElse(0);
  }
}
