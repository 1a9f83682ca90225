package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.project.requirement.RequirementList.Form;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Module;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.SimpleStatement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists of a {@code setup.py} that it writes as literals: in the call of {@code setup}, or
 * under a name that the file binds once.
 */
final class SetupLists {
  private final ConfigFile file;
  private final Map<String, Optional<Expression>> bound = new HashMap<>();
  private final List<RequirementList> lists = new ArrayList<>();

  private SetupLists(ConfigFile file) {
    this.file = file;
  }

  static List<RequirementList> of(ConfigFile file) {
    SetupLists reader = new SetupLists(file);
    Module module = Parser.parse(file.text()).module();
    List<Primary.Call> calls = new ArrayList<>();
    Walk.preOrder(
        module,
        node -> {
          if (node instanceof SimpleStatement.Assign assign) {
            assign.targets().forEach(it -> reader.bind(it, assign.value()));
          } else if (node instanceof Primary.Call call && isSetup(call.function())) {
            calls.add(call);
          }
        });
    calls.forEach(call -> call.keywords().forEach(reader::keyword));
    return reader.lists;
  }

  private static boolean isSetup(Expression function) {
    return (function instanceof Primary.Name name && name.id().equals("setup"))
        || (function instanceof Primary.Attribute attribute && attribute.attr().equals("setup"));
  }

  private void bind(Expression target, Expression value) {
    if (target instanceof Primary.Name name) {
      bound.merge(name.id(), Optional.of(value), (one, other) -> Optional.empty());
    }
  }

  private Expression followed(Expression value) {
    return value instanceof Primary.Name name
        ? bound.getOrDefault(name.id(), Optional.empty()).orElse(value)
        : value;
  }

  private void keyword(Clause.Keyword keyword) {
    Expression value = followed(keyword.value());
    switch (keyword.name().orElse("")) {
      case "extras_require" -> extras(value);
      case "tests_require" -> list(Kind.TESTS_REQUIRE, "tests_require", value);
      case "install_requires" -> list(Kind.PROJECT, "install_requires", value);
      default -> {
        // Says nothing about what is installed.
      }
    }
  }

  private void extras(Expression value) {
    if (value instanceof Display.DictDisplay dict) {
      for (Clause.DictEntry entry : dict.entries()) {
        if (entry.key().orElse(null) instanceof Literal.StringLiteral key) {
          list(Kind.EXTRA, key.value(), followed(entry.value()));
        }
      }
    }
  }

  private void list(Kind kind, String name, Expression value) {
    if (!(value instanceof Display.ListDisplay display)) {
      return;
    }
    List<StatedRequirement> stated = new ArrayList<>();
    for (Expression element : display.elements()) {
      if (element instanceof Literal.StringLiteral text) {
        Requirement.parse(text.value())
            .ifPresent(it -> stated.add(StatedRequirement.of(it, location(element))));
      }
    }
    lists.add(
        new RequirementList(
            kind,
            name,
            file,
            Form.PYTHON,
            location(value),
            stated,
            List.of(),
            GeneratedText.by(file.text().text())));
  }

  private Location location(Expression value) {
    return new Location(file.path(), file.text(), value.start(), value.end());
  }
}
