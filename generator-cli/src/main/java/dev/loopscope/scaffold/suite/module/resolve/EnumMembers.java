package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of enums whose values are texts that stand in the class. */
final class EnumMembers {
  private static final String STR = "builtins.str";
  private static final String STR_ENUM = "enum.StrEnum";

  private final Follower follower;

  EnumMembers(Follower follower) {
    this.follower = follower;
  }

  /**
   * The text of {@code Backend.TRIO}, if its members are texts, or of {@code Backend.TRIO.value}.
   */
  Optional<Resolution.Value> text(SourceFile file, Expression written, Trail trail) {
    if (!(written instanceof Attribute attribute)) {
      return Optional.empty();
    }
    if (attribute.attr().equals("value") && attribute.value() instanceof Attribute member) {
      return member(file, member, false, trail);
    }
    return member(file, attribute, true, trail);
  }

  private Optional<Resolution.Value> member(
      SourceFile file, Attribute member, boolean texts, Trail trail) {
    return follower.resolve(file, member.value(), trail) instanceof Resolution.Class type
        ? all(type.reference(), texts, trail).stream()
            .flatMap(List::stream)
            .filter(it -> it.name().equals(member.attr()))
            .map(it -> new Resolution.Value(type.reference().file(), it.value()))
            .findFirst()
        : Optional.empty();
  }

  /**
   * The values of all members, in order, if an expression is an enum.
   *
   * @param texts whether the members themselves have to be texts
   */
  Optional<List<Resolution.Value>> values(
      SourceFile file, Expression written, boolean texts, Trail trail) {
    return follower.resolve(file, written, trail) instanceof Resolution.Class type
        ? all(type.reference(), texts, trail)
            .map(
                all ->
                    all.stream()
                        .map(it -> new Resolution.Value(type.reference().file(), it.value()))
                        .toList())
        : Optional.empty();
  }

  private record Member(String name, StringLiteral value) {}

  private Optional<List<Member>> all(ClassRef type, boolean texts, Trail trail) {
    List<String> bases = follower.classes().mro(type, trail).externalBases();
    boolean isEnum = bases.stream().anyMatch(it -> it.startsWith("enum."));
    boolean isText = bases.contains(STR) || bases.contains(STR_ENUM);
    List<Member> members = new ArrayList<>();
    for (Statement statement : type.definition().body()) {
      if (statement instanceof Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Name name
          && !name.id().startsWith("_")) {
        if (!(assign.value() instanceof StringLiteral value)) {
          return Optional.empty();
        }
        members.add(new Member(name.id(), value));
      }
    }
    return isEnum && (isText || !texts) && !members.isEmpty()
        ? Optional.of(List.copyOf(members))
        : Optional.empty();
  }
}
