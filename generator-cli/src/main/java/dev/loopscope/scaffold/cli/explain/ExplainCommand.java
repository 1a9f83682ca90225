package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.check.page.RulePage;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.create.NewOptions;
import dev.loopscope.scaffold.cli.line.CommandLines;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code scaffold explain}: how the archetype is chosen, what a command or an option is for, what a
 * kind of resource opens, what a rule is, what a library binds to a loop.
 */
public final class ExplainCommand {
  private static final Option JSON =
      new Option(
          "--json",
          "",
          "prints a rule's page, or an object's or library's lines, as JSON",
          "off",
          "");

  /** What the name of a rule starts with; other topics do not, and need no rules loaded. */
  private static final Pattern RULE = Pattern.compile("[lL][sS][0-9]|[A-Z]");

  private final Console console;
  private final List<Option> options;

  /** Prints to {@code console}; every option that answers one of {@code questions} is a topic. */
  public ExplainCommand(Console console, Questions questions) {
    this.console = console;
    this.options = NewOptions.of(questions);
  }

  /** Prints everything, or one topic. */
  public void run(List<String> arguments) {
    TypedArguments typed = syntax().read(withoutDashes(arguments));
    if (typed.help()) {
      console.lines(CommandLines.usage(CommandLines.spec(syntax()), console.terminal().width()));
    } else if (typed.first().isPresent()) {
      explain(typed.first().get(), typed.has(JSON));
    } else {
      console.lines(explanation().matrix() + "\n" + explanation().concerns());
    }
  }

  private void explain(String topic, boolean json) {
    Optional<RulePage> page =
        RULE.matcher(topic).lookingAt() ? RuleExplanation.page(topic) : Optional.empty();
    console.lines(
        page.map(
                it ->
                    json
                        ? RuleExplanation.json(it)
                        : new RuleExplanation(console.terminal()).text(it))
            .orElseGet(() -> json ? json(topic) : detail(topic)));
  }

  private String json(String topic) {
    List<CatalogueLine> object = CatalogueTopics.object(topic);
    List<CatalogueLine> lines = object.isEmpty() ? CatalogueTopics.library(topic) : object;
    if (lines.isEmpty() || isOwn(topic)) {
      throw new RefusalException(
          new Refusal(
              JSON.word() + " is for the page of a rule, and for what libraries bind to a loop",
              "scaffold explain " + topic + " " + JSON.word(),
              "name a rule such as LS002, or an object such as redis.asyncio.Redis"));
    }
    return CatalogueExplanation.json(lines);
  }

  /** Whether it is a row or an option, which come before libraries of the same name. */
  private boolean isOwn(String topic) {
    return rows().contains(topic) || options().contains(topic);
  }

  private static CommandSyntax syntax() {
    return new CommandSyntax(
        "scaffold explain",
        "Shows how the archetype is chosen, the detail of one row, kind of resource, command or"
            + " option, a rule's page, or what becomes of a library's object on another event"
            + " loop.",
        new Positional(
            "TOPIC",
            false,
            false,
            "a row ("
                + String.join(", ", rows())
                + "), a kind of resource ("
                + String.join(", ", kinds())
                + "), a command ("
                + String.join(", ", CommandTopics.words())
                + "), an option of `scaffold new`, a rule such as LS002, or an object or library"
                + " such as redis.asyncio.Redis or redis"),
        List.of(JSON));
  }

  /** An option is a topic with or without its dashes; {@code --json} only if it stands alone. */
  private List<String> withoutDashes(List<String> arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      boolean flag = argument.equals(JSON.word()) && arguments.size() > 1;
      boolean topic =
          !flag && options().contains(argument.startsWith("--") ? argument.substring(2) : "");
      words.add(topic ? argument.substring(2) : argument);
    }
    return words;
  }

  private String detail(String topic) {
    for (DecisionMatrix.Row row : DecisionMatrix.ROWS) {
      if (row.backend().word().equals(topic)) {
        return explanation().row(row, Concerns.of(row.archetype()));
      }
    }
    Optional<String> command = CommandTopics.text(topic, console.terminal().width());
    if (command.isPresent()) {
      return command.get();
    }
    Optional<String> kind =
        KindExplanation.find(topic, ResourceKind.ALL)
            .map(it -> new KindExplanation(console.terminal().width()).text(it));
    for (Option option : options) {
      if (option.word().equals("--" + topic)) {
        return kind.map(text -> text + "\n").orElse("") + explanation().option(option);
      }
    }
    List<CatalogueLine> object = CatalogueTopics.object(topic);
    if (!object.isEmpty()) {
      return catalogue().object(object);
    }
    List<CatalogueLine> library = CatalogueTopics.library(topic);
    String objects = library.isEmpty() ? "" : catalogue().library(library);
    if (kind.isPresent()) {
      return objects.isEmpty() ? kind.get() : kind.get() + "\n" + objects;
    }
    if (!objects.isEmpty()) {
      return objects;
    }
    throw new RefusalException(
        new Refusal("`" + topic + "` is no topic", "scaffold explain " + topic, advice(topic)));
  }

  private Explanation explanation() {
    return new Explanation(console.terminal().width());
  }

  private CatalogueExplanation catalogue() {
    return new CatalogueExplanation(console.terminal().width());
  }

  private String advice(String topic) {
    Set<String> distinct = new LinkedHashSet<>(rows());
    distinct.addAll(kinds());
    distinct.addAll(CommandTopics.words());
    distinct.addAll(options());
    List<String> topics = List.copyOf(distinct);
    String use =
        "use a rule such as LS002, an object such as redis.asyncio.Redis, or "
            + Spelling.oneOf(topics);
    List<String> all = new ArrayList<>(topics);
    all.addAll(RuleExplanation.topics());
    return Spelling.nearest(topic, all)
        .or(() -> CatalogueTopics.nearest(topic))
        .map(word -> "did you mean `" + word + "`? " + use)
        .orElse(use);
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (DecisionMatrix.Row row : DecisionMatrix.ROWS) {
      rows.add(row.backend().word());
    }
    return rows;
  }

  private static List<String> kinds() {
    return ResourceKind.ALL.stream().map(ResourceKind::word).toList();
  }

  private List<String> options() {
    List<String> topics = new ArrayList<>();
    for (Option option : options) {
      topics.add(option.word().substring(2));
    }
    return topics;
  }
}
