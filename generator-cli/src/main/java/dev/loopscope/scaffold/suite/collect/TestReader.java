package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.code.Decorations;
import dev.loopscope.scaffold.suite.code.Signatures;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.MarkList;
import dev.loopscope.scaffold.suite.mark.MarkReader;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import dev.loopscope.scaffold.suite.mark.ParametrizeReader;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.mark.SuiteClasses;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tests from the functions that pytest collects. */
public final class TestReader {
  private final Resolver resolver;
  private final Decorations decorations;
  private final Signatures signatures;
  private final MarkReader marks;
  private final SuiteClasses classes;
  private final ParametrizeReader parametrize;

  /** A reader that follows names with {@code resolver}. */
  public TestReader(
      Resolver resolver, Decorations decorations, MarkReader marks, SuiteClasses classes) {
    this.resolver = resolver;
    this.decorations = decorations;
    this.signatures = new Signatures(decorations);
    this.marks = marks;
    this.classes = classes;
    this.parametrize = new ParametrizeReader(resolver);
  }

  /**
   * Where a test is collected.
   *
   * @param module the module
   * @param collectedBy the class, for a method
   * @param outerMarks the marks of the class, of the classes around it and of the module
   */
  public record Collector(
      SourceFile module, Optional<SuiteClass> collectedBy, MarkList outerMarks) {}

  /** The test that a function is under a name. */
  public Test test(Collector collector, String name, Resolution.Function found) {
    SourceFile file = found.file();
    FunctionDef function = found.definition();
    MarkList own =
        marks.decorators(file, function.decorators(), MarkLevel.FUNCTION, Optional.empty());
    MarkList all = own.then(collector.outerMarks());
    List<Parametrization> parametrizations = new ArrayList<>();
    Optional<String> unknownParameters = usefixturesUnknown(all.marks());
    Optional<String> unknownMarks = all.unknown();
    for (Mark mark : all.marks()) {
      if (mark.name().equals("parametrize")) {
        Reading<Parametrization> read = parametrize.read(mark);
        read.toOptional().ifPresent(parametrizations::add);
        if (read instanceof Reading.Unknown<Parametrization> unknown) {
          unknownParameters = Optional.of(unknown.reason());
        }
        if (marks.mayPutOnLoopMark(mark)) {
          unknownMarks =
              unknownMarks.or(() -> Optional.of("`pytest.param` puts marks on some of its items"));
        }
      }
    }
    return new Test(
        name,
        collector.module(),
        collector.collectedBy(),
        file,
        function,
        classes.owner(file, function),
        all.marks(),
        unknownMarks,
        decorations.kind(file, function, function.decorators()),
        signatures.requested(file, function, collector.collectedBy().isPresent()),
        parametrizations,
        unknownParameters,
        usefixtures(all.marks()),
        signatures.given(file, function));
  }

  private List<String> usefixtures(List<Mark> all) {
    List<String> names = new ArrayList<>();
    for (Mark mark : all) {
      if (mark.name().equals("usefixtures")) {
        mark.arguments()
            .forEach(it -> resolver.string(mark.file(), it).toOptional().ifPresent(names::add));
      }
    }
    return names;
  }

  /** Why there may be more fixtures than {@code usefixtures} says by literals. */
  private Optional<String> usefixturesUnknown(List<Mark> all) {
    return all.stream()
        .filter(mark -> mark.name().equals("usefixtures"))
        .filter(
            mark ->
                mark.arguments().stream()
                    .anyMatch(it -> !resolver.string(mark.file(), it).isKnown()))
        .map(mark -> "a name in `usefixtures` is computed")
        .findFirst();
  }
}
