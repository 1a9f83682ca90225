package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says where attributes of a test's object are kept, if fixtures set them on its class. */
public final class ClassPlaces {
  private ClassPlaces() {}

  /**
   * The attributes of classes that a test may find through its object.
   *
   * @param owner the class that it is collected from
   * @param waits what it waits for
   */
  public static Set<Part.Kept> of(Test test, SuiteClass owner, Set<Part> waits) {
    Optional<String> self = test.function().parameters().stream().map(Parameter::name).findFirst();
    Set<Part.Kept> places = new LinkedHashSet<>();
    for (Part part : waits) {
      if (part instanceof Part.Parameter it
          && self.filter(it.name()::equals).isPresent()
          && !it.path().isEmpty()) {
        List<String> rest = it.path().subList(1, it.path().size());
        places.add(OutsidePlaces.ofClass(it.path().get(0), rest));
        places.add(OutsidePlaces.ofObject(it.path().get(0), rest));
        for (ClassRef type : owner.mro().classes()) {
          String attribute = type.name() + "." + it.path().get(0);
          places.add(new Part.Shared(type.file(), attribute, rest));
        }
      }
    }
    return places;
  }
}
