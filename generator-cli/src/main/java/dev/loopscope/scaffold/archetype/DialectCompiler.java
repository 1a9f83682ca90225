package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.archetype.Node.Branch;
import dev.loopscope.scaffold.archetype.Node.Piece;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;

/**
 * Compiles a template of the FreeMarker dialect into Velocity: for the same values, both render the
 * same bytes.
 *
 * <p>Velocity takes {@code #}, {@code $} and <code>\</code> in text for its own in more ways than
 * can be told apart, so each of them becomes a reference. Each directive is followed by a line
 * feed, which Velocity swallows with the directive, so directives add no bytes.
 */
final class DialectCompiler {
  private final VelocityNames names;

  /** A compiler that knows each variable by the reference in {@code names}. */
  DialectCompiler(VelocityNames names) {
    this.names = names;
  }

  /**
   * The Velocity text of a template.
   *
   * @param template the file's name in messages
   * @param content the template's text
   * @throws RefusalException with file and line, for what is outside the dialect
   */
  String compile(String template, String content) {
    StringBuilder velocity = new StringBuilder(names.header());
    write(DialectParser.parse(template, content), velocity);
    return velocity.toString();
  }

  private void write(List<Node> nodes, StringBuilder velocity) {
    for (Node node : nodes) {
      if (node instanceof Node.Text text) {
        text.pieces().forEach(piece -> write(piece, velocity));
      } else if (node instanceof Node.Choice choice) {
        write(choice, velocity);
      } else if (node instanceof Node.Repetition repetition) {
        write(repetition, velocity);
      }
    }
  }

  private void write(Node.Choice choice, StringBuilder velocity) {
    String directive = "#if(";
    for (Branch branch : choice.branches()) {
      velocity.append(directive).append(names.condition(branch.condition())).append(")\n");
      write(branch.body(), velocity);
      directive = "#elseif(";
    }
    if (!choice.otherwise().isEmpty()) {
      velocity.append("#else\n");
      write(choice.otherwise(), velocity);
    }
    velocity.append("#end\n");
  }

  private void write(Node.Repetition repetition, StringBuilder velocity) {
    velocity
        .append("#foreach($")
        .append(VelocityNames.item(repetition.item()))
        .append(" in $")
        .append(names.list(repetition.list()))
        .append(")\n");
    write(repetition.body(), velocity);
    velocity.append("#end\n");
  }

  private void write(Piece piece, StringBuilder velocity) {
    if (piece instanceof Node.Value value) {
      velocity.append("${").append(names.text(value.name())).append('}');
    } else if (piece instanceof Node.Literal literal) {
      VelocityNames.escape(literal.text(), velocity);
    }
  }
}
