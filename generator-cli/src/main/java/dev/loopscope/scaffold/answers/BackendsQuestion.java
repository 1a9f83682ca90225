package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.ListQuestion;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests run on. */
final class BackendsQuestion extends ListQuestion<Backends> {
  BackendsQuestion() {
    super(
        "backends",
        "0.1.0",
        new Help(
            "LIST",
            "what the tests run on: asyncio, trio, uvloop, separated by commas",
            "The order is kept: it is the order in which the backends run. trio and uvloop are"
                + " installed and tested only when they are asked for."));
  }

  @Override
  public Backends parse(String text, Called called) {
    try {
      return Backends.parse(text);
    } catch (RefusalException e) {
      throw new RefusalException(
          new Refusal(e.refusal().what(), called.name() + " " + text, e.refusal().next()), e);
    }
  }

  @Override
  public String print(Backends answer) {
    return answer.text();
  }

  @Override
  public Optional<String> fallback(Map<String, String> before) {
    return Optional.of(fallbackInWords());
  }

  @Override
  public String fallbackInWords() {
    return Backend.ASYNCIO.word();
  }

  @Override
  public List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    variables.add(new Variable.Items(camelCase()));
    for (Backend backend : Backend.ALL) {
      variables.add(new Variable.Flag(backend.word(), backend.word()));
    }
    return List.copyOf(variables);
  }

  /** Another default where one archetype is chosen for running more than one backend. */
  @Override
  public InArchetype in(Archetype archetype) {
    List<Backend> runnable = Concerns.of(archetype).backends();
    String otherwise =
        archetype == Archetype.MULTIBACKEND
            ? String.join(",", Backend.ASYNCIO.word(), Backend.TRIO.word())
            : fallbackInWords();
    String regex = regex(Choice.words(runnable));
    return new InArchetype.Property(
        camelCase(), Optional.of(otherwise), regex, regex, allowed(runnable));
  }

  private static String regex(List<String> words) {
    StringBuilder regex = new StringBuilder();
    for (String word : words) {
      regex.append("(?!.*").append(word).append(".*").append(word).append(')');
    }
    String one = "(?:" + String.join("|", words) + ")";
    return regex.append(one).append("(?:,").append(one).append(")*").toString();
  }

  /** What the archetype can run, and where to go for the rest. */
  private static String allowed(List<Backend> runnable) {
    String allowed =
        "one or more of "
            + String.join(", ", Choice.words(runnable))
            + ", each once, separated by commas";
    List<Backend> others = new ArrayList<>(Backend.ALL);
    others.removeAll(runnable);
    return others.isEmpty()
        ? allowed
        : allowed
            + ". For "
            + Spelling.oneOf(Choice.words(others))
            + " use archetype-"
            + Archetype.MULTIBACKEND.word();
  }

  /** Every order of every choice that {@code archetype} can run. */
  @Override
  public Samples samples(Archetype archetype) {
    List<String> orders = new ArrayList<>();
    addOrders(List.of(), Concerns.of(archetype).backends(), orders);
    return Samples.every(orders);
  }

  private static void addOrders(List<Backend> chosen, List<Backend> from, List<String> orders) {
    for (Backend backend : from) {
      if (!chosen.contains(backend)) {
        List<Backend> longer = new ArrayList<>(chosen);
        longer.add(backend);
        orders.add(new Backends(longer).text());
        addOrders(longer, from, orders);
      }
    }
  }
}
