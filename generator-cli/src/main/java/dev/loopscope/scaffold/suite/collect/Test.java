package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A test function as pytest collects it from one module or class: a test of a base class is one
 * test for each class that inherits it. Only the same object is equal to it.
 *
 * @param name the name it is collected under
 * @param collectedIn the module that pytest collects it from
 * @param collectedBy the class that pytest collects it from, for a method
 * @param file the file that holds the function
 * @param function its function
 * @param definedIn the class whose body holds it; not {@code collectedBy} if it is inherited
 * @param marks its marks, closest first, as pytest's {@code iter_markers} gives them; without those
 *     that a plugin's auto mode adds
 * @param unknownMarks why there may be other marks, or these in another order; empty if there are
 *     none
 * @param kind what the function gives when it is called; unknown if a decorator may change that
 * @param requested the names of its parameters that fixtures or {@code parametrize} must fill
 * @param parametrizations its {@code parametrize} marks that could be read
 * @param unknownParameters why other parameters than these may be given a value without a fixture;
 *     empty if there are none
 * @param usefixtures the names that its {@code usefixtures} marks request, in pytest's order
 * @param given its {@code hypothesis.given} decorator
 */
public record Test(
    String name,
    SourceFile collectedIn,
    Optional<SuiteClass> collectedBy,
    SourceFile file,
    FunctionDef function,
    Optional<SuiteClass> definedIn,
    List<Mark> marks,
    Optional<String> unknownMarks,
    Reading<FunctionKind> kind,
    List<String> requested,
    List<Parametrization> parametrizations,
    Optional<String> unknownParameters,
    List<String> usefixtures,
    Optional<Call> given) {
  /** Keeps unmodifiable copies. */
  public Test {
    marks = List.copyOf(marks);
    requested = List.copyOf(requested);
    parametrizations = List.copyOf(parametrizations);
    usefixtures = List.copyOf(usefixtures);
  }

  /** Whether it is known to be a coroutine function or an async generator function. */
  public boolean isAsync() {
    return kind.toOptional().filter(FunctionKind::isAsync).isPresent();
  }

  /** Its marks of a name, closest first. */
  public List<Mark> marks(String markName) {
    return marks.stream().filter(mark -> mark.name().equals(markName)).toList();
  }

  /** What {@code get_closest_marker} gives, if there are no unknown marks. */
  public Optional<Mark> closestMark(String markName) {
    return marks.stream().filter(mark -> mark.name().equals(markName)).findFirst();
  }

  /** The same test with other marks. */
  Test with(List<Mark> otherMarks, Optional<String> otherUnknown) {
    return new Test(
        name,
        collectedIn,
        collectedBy,
        file,
        function,
        definedIn,
        otherMarks,
        otherUnknown,
        kind,
        requested,
        parametrizations,
        unknownParameters,
        usefixtures,
        given);
  }

  /** Where the function's name stands. */
  public Location location() {
    return file.location(function.name());
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
    return name + " in " + file.path();
  }
}
