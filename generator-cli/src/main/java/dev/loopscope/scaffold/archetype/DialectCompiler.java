package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.dialect.Declarations;
import dev.loopscope.scaffold.template.dialect.DialectParser;
import dev.loopscope.scaffold.template.dialect.TemplateNode;
import dev.loopscope.scaffold.template.dialect.TemplateNode.Branch;
import dev.loopscope.scaffold.template.dialect.TemplateNode.Piece;
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
  private final Declarations declarations;
  private final VelocityNames names;

  /** A compiler that knows each of the declared variables by the reference in {@code names}. */
  DialectCompiler(Declarations declarations, VelocityNames names) {
    this.declarations = declarations;
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
    write(DialectParser.parse(template, content, declarations), velocity);
    return velocity.toString();
  }

  private void write(List<TemplateNode> nodes, StringBuilder velocity) {
    for (TemplateNode node : nodes) {
      if (node instanceof TemplateNode.Text text) {
        text.pieces().forEach(piece -> write(piece, velocity));
      } else if (node instanceof TemplateNode.Choice choice) {
        write(choice, velocity);
      } else if (node instanceof TemplateNode.Repetition repetition) {
        write(repetition, velocity);
      }
    }
  }

  private void write(TemplateNode.Choice choice, StringBuilder velocity) {
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

  /** A list of records has exactly one in an archetype, so its body stands there once. */
  private void write(TemplateNode.Repetition repetition, StringBuilder velocity) {
    if (declarations.records().containsKey(repetition.list())) {
      write(repetition.body(), velocity);
      return;
    }
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
    if (piece instanceof TemplateNode.Value value) {
      velocity.append("${").append(names.text(value.name())).append('}');
    } else if (piece instanceof TemplateNode.Literal literal) {
      VelocityNames.escape(literal.text(), velocity);
    }
  }
}
