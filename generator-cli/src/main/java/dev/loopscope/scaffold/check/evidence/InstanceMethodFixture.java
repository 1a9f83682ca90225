package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fixture that is an instance method of a class.
 *
 * @param fixture the fixture
 * @param self the name of its first parameter
 */
public record InstanceMethodFixture(Fixture fixture, String self) {
  /** What {@code fixture} is, if it is one for certain. */
  public static Optional<InstanceMethodFixture> of(Fixture fixture) {
    boolean bare =
        fixture.function().decorators().stream()
            .allMatch(it -> SameNode.is(it, fixture.decorator()) || isMark(fixture, it));
    Optional<Parameter> first = fixture.function().parameters().stream().findFirst();
    return fixture.owner().isPresent() && bare
        ? first.map(it -> new InstanceMethodFixture(fixture, it.name()))
        : Optional.empty();
  }

  private static boolean isMark(Fixture fixture, Node decorator) {
    return fixture.marks().stream().anyMatch(mark -> SameNode.is(mark.use(), decorator));
  }

  /** The attributes that it sets on its instance. */
  Set<String> sets() {
    Set<String> names = new LinkedHashSet<>();
    for (FunctionCode.Place place : FunctionCode.of(fixture.file(), fixture.function()).places()) {
      targets(place.node()).stream()
          .filter(it -> isAttributeOf(it, self))
          .forEach(it -> names.add(((Attribute) it).attr()));
    }
    return names;
  }

  /** What a test will miss, as a clause; empty if nothing is known to be missed. */
  public Optional<String> loss(SuiteModel model) {
    return LiveTests.using(fixture, model).stream()
        .flatMap(test -> missedBy(test).stream().map(attribute -> loss(test, attribute)))
        .findFirst();
  }

  private String loss(Test test, String attribute) {
    return "`"
        + fixture.name()
        + "` sets `self."
        + attribute
        + "` on an instance of its own, and `"
        + test.name()
        + "`, on another one, does not find it";
  }

  /** Those of the attributes that a test reads, and nothing but the fixture gives it. */
  List<String> missedBy(Test test) {
    Optional<Mro> mro = test.collectedBy().map(it -> it.mro());
    Optional<Parameter> first = test.function().parameters().stream().findFirst();
    if (mro.isEmpty()
        || first.isEmpty()
        || !mro.orElseThrow().complete()
        || !mro.orElseThrow().externalBases().isEmpty()) {
      return List.of();
    }
    return sets().stream()
        .filter(it -> reads(test, first.orElseThrow().name(), it))
        .filter(it -> !isGivenElsewhere(mro.orElseThrow(), it))
        .toList();
  }

  private static boolean reads(Test test, String self, String attribute) {
    return FunctionCode.of(test.file(), test.function()).withInner().stream()
        .anyMatch(it -> isAttributeOf(it, self) && ((Attribute) it).attr().equals(attribute));
  }

  /** Whatever sets an attribute of this name, on any object, may be what the test sees. */
  private boolean isGivenElsewhere(Mro mro, String attribute) {
    for (ClassRef part : mro.classes()) {
      Set<String> members = part.file().names().bound(part.definition());
      if (members.contains(attribute)
          || members.contains("__getattr__")
          || members.contains("__getattribute__")) {
        return true;
      }
    }
    List<Node> setters = new ArrayList<>();
    for (ClassRef part : mro.classes()) {
      Walk.preOrder(
          part.file().tree().module(),
          node ->
              targets(node).stream()
                  .filter(it -> it instanceof Attribute target && target.attr().equals(attribute))
                  .filter(it -> !isOwn(it))
                  .forEach(setters::add));
    }
    return !setters.isEmpty();
  }

  private boolean isOwn(Node node) {
    return fixture.function().start() <= node.start() && node.end() <= fixture.function().end();
  }

  private static boolean isAttributeOf(Node node, String object) {
    return node instanceof Attribute attribute
        && attribute.value() instanceof Name name
        && name.id().equals(object);
  }

  private static List<Node> targets(Node node) {
    List<Node> targets = new ArrayList<>();
    if (node instanceof Assign assign) {
      assign.targets().forEach(it -> Walk.preOrder(it, targets::add));
    } else if (node instanceof AnnAssign assign && assign.value().isPresent()) {
      targets.add(assign.target());
    } else if (node instanceof AugAssign assign) {
      targets.add(assign.target());
    } else if (node instanceof WithItem item) {
      item.target().ifPresent(targets::add);
    }
    return targets;
  }

  /** Whether it uses its instance for nothing but attributes that it sets itself. */
  public boolean mayBeClassMethod() {
    Set<String> own = sets();
    List<Node> uses = new ArrayList<>();
    List<Node> fine = new ArrayList<>();
    fixture
        .function()
        .body()
        .forEach(
            statement ->
                Walk.preOrder(
                    statement,
                    node -> {
                      if (node instanceof Name name && name.id().equals(self)) {
                        uses.add(node);
                      }
                      if (isAttributeOf(node, self) && own.contains(((Attribute) node).attr())) {
                        fine.add(node);
                      }
                    }));
    return uses.size() == fine.size();
  }

  /** The names in the function's body that stand for the instance. */
  public List<Name> uses() {
    List<Name> uses = new ArrayList<>();
    fixture
        .function()
        .body()
        .forEach(
            statement ->
                Walk.preOrder(
                    statement,
                    node -> {
                      if (node instanceof Name name && name.id().equals(self)) {
                        uses.add(name);
                      }
                    }));
    return uses;
  }
}
