package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Module;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.SimpleStatement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code setup.py} and {@code noxfile.py} say with literals: strings in lists and dicts, names
 * that the file binds to them, sums of lists, and keywords that {@code setup} unpacks.
 */
final class PythonStatements {
  private static final int LONGEST_CHAIN = 20;

  private final ConfigFile file;
  private final VersionStatements statements;
  private final Map<String, Expression> bound = new HashMap<>();

  /** By the names of dicts, what the file sets in them by keys. */
  private final Map<String, Map<String, Expression>> items = new HashMap<>();

  private PythonStatements(ConfigFile file, VersionStatements statements) {
    this.file = file;
    this.statements = statements;
  }

  static void setup(ConfigFile file, VersionStatements statements) {
    PythonStatements reader = new PythonStatements(file, statements);
    for (Primary.Call call : reader.calls(Set.of("setup"))) {
      reader.keywords(call, LONGEST_CHAIN);
    }
  }

  static void nox(ConfigFile file, VersionStatements statements) {
    PythonStatements reader = new PythonStatements(file, statements);
    for (Primary.Call call : reader.calls(Set.of("install"))) {
      call.arguments().forEach(it -> reader.requirements(it, "nox", LONGEST_CHAIN));
    }
  }

  private List<Primary.Call> calls(Set<String> names) {
    Module module = Parser.parse(file.text()).module();
    List<Primary.Call> calls = new ArrayList<>();
    Walk.preOrder(
        module,
        node -> {
          if (node instanceof Primary.Call call && names.contains(name(call.function()))) {
            calls.add(call);
          } else if (node instanceof SimpleStatement.Assign assign) {
            assign.targets().forEach(it -> bind(it, assign.value()));
          }
        });
    return calls;
  }

  private void bind(Expression target, Expression value) {
    if (target instanceof Primary.Subscript item
        && item.slice() instanceof Literal.StringLiteral key) {
      items
          .computeIfAbsent(name(item.value()), unused -> new LinkedHashMap<>())
          .put(key.value(), value);
    } else {
      bound.put(name(target), value);
    }
  }

  /** The keywords of a call, those that it unpacks among them. */
  private void keywords(Primary.Call call, int steps) {
    for (Clause.Keyword keyword : call.keywords()) {
      if (keyword.name().isPresent()) {
        keyword(keyword.name().orElseThrow(), keyword.value());
      } else {
        unpacked(keyword.value(), steps);
      }
    }
  }

  private void unpacked(Expression value, int steps) {
    items.getOrDefault(name(value), Map.of()).forEach(this::keyword);
    Optional<Expression> next = followed(value);
    if (next.isPresent() && steps > 0) {
      unpacked(next.orElseThrow(), steps - 1);
    } else if (value instanceof Display.DictDisplay dict) {
      dict.entries().forEach(it -> entry(it, steps));
    } else if (value instanceof Primary.Call call && name(call.function()).equals("dict")) {
      keywords(call, steps);
    } else {
      unknown(value);
    }
  }

  private void entry(Clause.DictEntry entry, int steps) {
    if (entry.key().isEmpty()) {
      unpacked(entry.value(), steps);
    } else if (entry.key().orElseThrow() instanceof Literal.StringLiteral key) {
      keyword(key.value(), entry.value());
    }
  }

  private static String name(Expression expression) {
    if (expression instanceof Primary.Attribute attribute) {
      return attribute.attr();
    }
    return expression instanceof Primary.Name name ? name.id() : "";
  }

  private void keyword(String name, Expression value) {
    switch (name) {
      case "install_requires" -> requirements(value, "", LONGEST_CHAIN);
      case "tests_require" -> requirements(value, name, LONGEST_CHAIN);
      case "extras_require" -> extras(value, LONGEST_CHAIN);
      case "python_requires" -> {
        if (value instanceof Literal.StringLiteral text) {
          statements.require("python", VersionRange.parse(text.value()), "", location(value));
        }
      }
      default -> {
        // Says nothing about what is installed.
      }
    }
  }

  private void extras(Expression value, int steps) {
    Optional<Expression> next = followed(value);
    if (next.isPresent() && steps > 0) {
      extras(next.orElseThrow(), steps - 1);
    } else if (value instanceof Display.DictDisplay dict) {
      dict.entries().forEach(it -> requirements(it.value(), "extra " + it.start(), LONGEST_CHAIN));
    } else {
      unknown(value);
    }
  }

  private void requirements(Expression value, String group, int steps) {
    Optional<Expression> next = followed(value);
    if (next.isPresent() && steps > 0) {
      requirements(next.orElseThrow(), group, steps - 1);
    } else if (value instanceof Literal.StringLiteral text) {
      text.value()
          .lines()
          .forEach(
              it -> statements.require(it, VersionStatement.Kind.REQUIRED, group, location(value)));
    } else if (value instanceof Display.ListDisplay list) {
      list.elements().forEach(it -> requirements(it, group, steps));
    } else if (value instanceof Display.Tuple tuple) {
      tuple.elements().forEach(it -> requirements(it, group, steps));
    } else if (value instanceof Operation.BinOp sum && steps > 0) {
      requirements(sum.left(), group, steps - 1);
      requirements(sum.right(), group, steps - 1);
    } else if (value instanceof Primary.Starred starred && steps > 0) {
      requirements(starred.value(), group, steps - 1);
    } else if (!(value instanceof Literal.NamedConstant)) {
      unknown(value);
    }
  }

  private Optional<Expression> followed(Expression value) {
    return value instanceof Primary.Name name
        ? Optional.ofNullable(bound.get(name.id()))
        : Optional.empty();
  }

  private void unknown(Expression value) {
    String why = "they are computed";
    statements.unreadable(
        new UnreadableConfig(location(value), "the requirements in `" + file.path() + "`", why));
  }

  private Location location(Expression value) {
    return new Location(file.path(), file.text(), value.start(), value.end());
  }
}
