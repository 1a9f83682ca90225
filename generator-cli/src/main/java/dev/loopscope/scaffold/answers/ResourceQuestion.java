package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.Archetype;
import java.util.List;

/** What the tests share. */
final class ResourceQuestion extends TextQuestion<Resources> {
  private static final String LIST = "resources";

  private final List<ResourceKind> kinds;

  /**
   * About a resource of one of these kinds.
   *
   * @param kinds the one of a resource of no stated kind is the first
   */
  ResourceQuestion(List<ResourceKind> kinds) {
    super(
        "resource",
        "0.1.0",
        new Help(
            "NAME",
            "the shared resource's name, which is its fixture's name",
            "An identifier of at most 24 characters that is no keyword, no builtin, no fixture of"
                + " pytest or a plugin, and no name the suite uses already. The resource is a"
                + " client of a real TCP service, because a dict would pass on any loop."),
        "client");
    this.kinds = List.copyOf(kinds);
  }

  /** The kind of a resource of no stated kind. */
  ResourceKind usual() {
    return kinds.get(0);
  }

  @Override
  protected Resources read(String text) {
    return Resources.parse(text, kinds);
  }

  @Override
  public String print(Resources answer) {
    return answer.text();
  }

  @Override
  public String regex() {
    return ResourceName.regex(kinds);
  }

  @Override
  protected String shape() {
    return ResourceName.SHAPE;
  }

  @Override
  protected String allowed() {
    return "an identifier of at most 24 characters that means nothing else to Python, pytest or the"
        + " suite, such as client, broker or store";
  }

  @Override
  public List<Variable> variables() {
    return List.of(new Variable.Records(LIST, kinds));
  }

  @Override
  public String recordTemplate(List<Question<?>> all) {
    return "<#list " + LIST + " as resource>\n" + key() + " = \"${resource.name}\"\n</#list>\n";
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some("client", "broker", "_x9");
  }
}
