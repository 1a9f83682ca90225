package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A class that holds tests, fixtures or marks. Each definition has one object, and only the same
 * object is equal to it.
 *
 * @param file where it is defined
 * @param definition its statement
 * @param mro the class and its bases in the order in which Python looks up attributes
 * @param collected whether pytest collects tests from it in some module, under its own name
 */
public record SuiteClass(SourceFile file, ClassDef definition, Mro mro, boolean collected) {
  /** The class's name. */
  public String name() {
    return definition.name().id();
  }

  /** The names of the classes around it and its own, outermost first. */
  public List<String> path() {
    List<String> names = new ArrayList<>(List.of(name()));
    Optional<CompoundStatement> outer = file.names().enclosing(definition);
    while (outer.isPresent() && outer.orElseThrow() instanceof ClassDef type) {
      names.add(0, type.name().id());
      outer = file.names().enclosing(type);
    }
    return names;
  }

  /** Where the name stands. */
  public Location location() {
    return file.location(definition.name());
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name() + " in " + file.path();
  }
}
