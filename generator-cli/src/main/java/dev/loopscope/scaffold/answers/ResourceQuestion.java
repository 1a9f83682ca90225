package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** What the tests share. */
final class ResourceQuestion extends TextQuestion<Resources> {
  /** What an archetype is told where no scope is stated. */
  private static final String LIKE_THE_LOOP = "loop";

  /** The whole answer: the items of the list are called as the question is. */
  private static final String TEXT = "resourceAnswer";

  /** The list that has a record for each resource. */
  private static final String EACH = "resources";

  /** The list that has a record for each kind among them. */
  private static final String KINDS = "kinds";

  private final Question<Backends> backends;
  private final Question<LoopScope> loopScope;
  private final List<ResourceKind> kinds;

  /**
   * About resources of these kinds.
   *
   * @param backends what says on what the tests run
   * @param loopScope what says how much of a run shares a loop
   * @param kinds the one of a resource of no stated kind is the first
   */
  ResourceQuestion(
      Question<Backends> backends, Question<LoopScope> loopScope, List<ResourceKind> kinds) {
    super(
        "resource",
        "0.1.0",
        new Help(
            "NAME[:KIND[:SCOPE]]",
            "what the tests share: its fixture's name, its kind, its scope; repeatable",
            "NAME is an identifier of at most 24 characters that is no keyword, no builtin, no"
                + " fixture of pytest or a plugin, and no name the suite uses already. KIND is "
                + words(kinds, ", ")
                + ". SCOPE is how much of a run shares one opening: as much as shares the loop,"
                + " or less, never more. Each resource gets a fixture, a base class and contract"
                + " tests; several also get a base class over all."),
        "client");
    this.backends = backends;
    this.loopScope = loopScope;
    this.kinds = List.copyOf(kinds);
  }

  private static String words(List<ResourceKind> kinds, String separator) {
    StringJoiner words = new StringJoiner(separator);
    kinds.forEach(kind -> words.add(kind.word()));
    return words.toString();
  }

  /** The kinds there are; a resource of no stated kind is of the first. */
  List<ResourceKind> kinds() {
    return kinds;
  }

  @Override
  protected Resources read(String text) {
    return Resources.parse(text, kinds);
  }

  @Override
  public Resources parse(String text, Called called) {
    try {
      return read(text);
    } catch (RefusalException e) {
      throw called.refusal(e, e.refusal().where());
    }
  }

  @Override
  public String normal(String text, Map<String, String> before) {
    Resources resources = parse(text);
    try {
      if (before.containsKey(backends.key())) {
        resources.requireRunnable(backends.parse(before.get(backends.key())), kinds);
      }
      return print(
          before.containsKey(loopScope.key())
              ? resources.on(loopScope.parse(before.get(loopScope.key())))
              : resources);
    } catch (RefusalException e) {
      throw new RefusalException(
          new Refusal(e.refusal().what(), option() + " " + e.refusal().where(), e.refusal().next()),
          e);
    }
  }

  @Override
  public String print(Resources answer) {
    return answer.text(kinds.get(0));
  }

  @Override
  public boolean repeated() {
    return true;
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

  /** What templates see of it for a kind. */
  static Variable.OfKind ofKind(ResourceKind kind, List<ResourceKind> kinds) {
    return new Variable.OfKind(kind.word(), kind.word(), kinds.get(0).word());
  }

  @Override
  public List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    variables.add(new Variable.Text(TEXT, ""));
    variables.add(new Variable.Records(EACH, kinds, true));
    variables.add(new Variable.Records(KINDS, kinds, false));
    variables.add(new Variable.Several("several"));
    for (ResourceKind kind : kinds) {
      variables.add(ofKind(kind, kinds));
    }
    return List.copyOf(variables);
  }

  @Override
  protected String recorded() {
    return TEXT;
  }

  @Override
  public InArchetype in(Archetype archetype) {
    String usual = kinds.get(0).word();
    return new InArchetype.Parts(
        List.of(
            (InArchetype.Property) super.in(archetype),
            choice(property() + "Kind", usual, words(kinds, "|"), words(kinds, ", ")),
            choice(
                property() + "Scope",
                LIKE_THE_LOOP,
                LIKE_THE_LOOP + "|" + String.join("|", Choice.words(LoopScope.ALL)),
                LIKE_THE_LOOP + ", " + String.join(", ", Choice.words(LoopScope.ALL)))),
        LIKE_THE_LOOP);
  }

  private static InArchetype.Property choice(
      String key, String otherwise, String regex, String words) {
    return new InArchetype.Property(key, Optional.of(otherwise), regex, regex, "one of " + words);
  }

  @Override
  public Samples samples(Archetype archetype) {
    List<String> samples = new ArrayList<>();
    for (String name : List.of("client", "broker", "_x9")) {
      for (ResourceKind kind : kinds) {
        samples.add(name + ":" + kind.word());
        for (LoopScope scope : LoopScope.ALL) {
          samples.add(name + ":" + kind.word() + ":" + scope.word());
        }
      }
    }
    return Samples.some(samples.toArray(String[]::new));
  }
}
