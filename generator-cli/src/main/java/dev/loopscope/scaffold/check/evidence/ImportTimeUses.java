package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.flow.Left;
import dev.loopscope.scaffold.suite.resource.flow.Part;
import dev.loopscope.scaffold.suite.resource.flow.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tests that wait for what an import makes and their loops bind: themselves, in a fixture of
 * their loop, or in what they call.
 */
public final class ImportTimeUses {
  private final SuiteModel model;
  private final Map<SourceFile, Boolean> reaching = new HashMap<>();

  /** Of a suite. */
  public ImportTimeUses(SuiteModel model) {
    this.model = model;
  }

  /**
   * Something that an import makes.
   *
   * @param name the variable that holds it
   */
  public record Bound(Thing thing, String name) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bound that && that.thing.equals(thing);
    }

    @Override
    public int hashCode() {
      return thing.hashCode();
    }
  }

  /** The tests by what they wait for. What a fixture of another loop binds is left out. */
  public Map<Bound, List<Test>> byThing() {
    Map<Bound, List<Test>> found = new LinkedHashMap<>();
    for (Test test : LiveTests.of(model)) {
      if (LiveTests.onAsyncio(test, model)) {
        Set<Bound> bound = new LinkedHashSet<>(of(test));
        bound.removeIf(it -> isBoundByFixture(it.thing(), test));
        bound.forEach(it -> found.computeIfAbsent(it, unused -> new ArrayList<>()).add(test));
      }
    }
    return found;
  }

  private Set<Bound> of(Test test) {
    Set<Part> waits = new LinkedHashSet<>();
    if (reaches(test.file())) {
      waits.addAll(model.waits(test));
      waits.addAll(model.guardedWaits(test));
    }
    for (Fixture fixture : model.closure(test).fixtures()) {
      if (reaches(fixture.file())
          && fixture.scope().is(Scope.FUNCTION)
          && LiveTests.onAsyncio(fixture, test, model)) {
        waits.addAll(model.waits(fixture));
      }
    }
    Set<Bound> bound = new LinkedHashSet<>();
    for (Part part : waits) {
      if (part instanceof Part.Shared place) {
        for (Part.Made made : model.atImport(place)) {
          if (made.thing().lazy()) {
            bound.add(new Bound(made.thing(), place.name()));
          }
        }
      }
    }
    return bound;
  }

  private boolean isBoundByFixture(Thing thing, Test test) {
    return model.closure(test).fixtures().stream()
        .filter(it -> !it.scope().is(Scope.FUNCTION))
        .flatMap(it -> model.left(it).held().stream())
        .filter(it -> it.holder() == Left.Holder.SHARED && it.used())
        .anyMatch(it -> it.thing().equals(thing));
  }

  /** Whether a file has, or imports from the project, anything that could be bound. */
  private boolean reaches(SourceFile file) {
    return reaching.computeIfAbsent(file, this::findReaching);
  }

  private boolean findReaching(SourceFile file) {
    return file.names().bound().stream()
        .flatMap(name -> file.names().bindings(name).stream())
        .anyMatch(it -> isCall(it) || isOfProject(it, file));
  }

  private static boolean isCall(Binding binding) {
    return binding instanceof Binding.Assigned assigned
        && !(assigned.value() instanceof Literal)
        && !(assigned.value() instanceof Attribute);
  }

  private boolean isOfProject(Binding binding, SourceFile file) {
    Resolver resolver = model.resolver();
    ModuleLookup lookup =
        binding instanceof Binding.ImportedModule module
            ? resolver.sources().module(module.module(), file)
            : binding instanceof Binding.ImportedName name
                ? name.level() == 0
                    ? resolver.sources().module(name.module(), file)
                    : resolver.sources().relativeModule(name.module(), name.level(), file)
                : new ModuleLookup.External("");
    return !(lookup instanceof ModuleLookup.External);
  }
}
