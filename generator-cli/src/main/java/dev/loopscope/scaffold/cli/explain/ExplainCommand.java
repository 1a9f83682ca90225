package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.check.page.RulePage;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
  private final OptionTopics options;

  /** Prints to {@code console}; every option of {@code commands} is a topic. */
  public ExplainCommand(Console console, List<CommandSyntax> commands) {
    this.console = console;
    this.options = new OptionTopics(commands);
  }

  /** What it takes. */
  public static CommandSyntax syntax() {
    return new CommandSyntax(
        "scaffold explain",
        "Shows how the archetype is chosen, or tells more about a topic.",
        List.of(
            new Example("scaffold explain", "how the archetype is chosen, and what to weigh"),
            new Example("scaffold explain topics", "everything that can be asked for"),
            new Example(
                "scaffold explain " + Questions.LOOP_SCOPE.option(),
                "an option, with or without its dashes"),
            new Example("scaffold explain LS002", "the page of a rule"),
            new Example("scaffold explain redis.asyncio.Redis", "what a library binds to a loop")),
        new Positional(
            "TOPIC",
            false,
            false,
            "a backend, a kind of resource, a command, an option or a value of it, a rule, a"
                + " library or an object of it"),
        List.of(JSON),
        "");
  }

  /** Prints everything, or one topic. */
  public void run(List<String> arguments) {
    TypedArguments typed = syntax().read(withoutDashes(arguments));
    if (typed.help()) {
      console.lines(syntax().usage(width()));
    } else if (typed.first().isPresent()) {
      explain(typed.first().get(), typed.has(JSON));
    } else {
      console.lines(
          explanation().matrix()
              + "\n"
              + explanation().concerns()
              + "\n"
              + topics().text(TopicList.TOPICS).orElseThrow());
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
    return TopicList.rows().contains(topic) || options.words().contains(topic);
  }

  /** What stands alone and begins as an option does is a topic, but for {@code --help}. */
  private static List<String> withoutDashes(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    words.removeIf(it -> it.equals(JSON.word()) && arguments.size() > 1);
    boolean alone = words.size() == 1 && words.get(0).matches("--[^=]+");
    if (!alone || words.get(0).equals("--help")) {
      return arguments;
    }
    return Stream.concat(
            Stream.of(words.get(0).substring(2)),
            arguments.stream().filter(it -> arguments.size() > 1 && it.equals(JSON.word())))
        .toList();
  }

  private String detail(String topic) {
    for (DecisionMatrix.Row row : DecisionMatrix.ROWS) {
      if (row.backend().word().equals(topic)) {
        return explanation().row(row, Concerns.of(row.archetype()));
      }
    }
    Optional<String> kind =
        KindExplanation.find(topic, ResourceKind.ALL)
            .map(it -> new KindExplanation(width()).text(it));
    List<String> found =
        Stream.of(command(topic), topics().text(topic), kind, options.option(topic, width()))
            .flatMap(Optional::stream)
            .toList();
    Optional<String> bound =
        found.isEmpty() || kind.isPresent() ? ofLibraries(topic) : Optional.empty();
    List<String> texts = Stream.concat(found.stream(), bound.stream()).toList();
    return texts.isEmpty()
        ? options.value(topic, width()).orElseThrow(() -> noTopic(topic))
        : String.join("\n", texts);
  }

  private Optional<String> ofLibraries(String topic) {
    List<CatalogueLine> object = CatalogueTopics.object(topic);
    if (!object.isEmpty()) {
      return Optional.of(catalogue().object(object));
    }
    List<CatalogueLine> library = CatalogueTopics.library(topic);
    return library.isEmpty() ? Optional.empty() : Optional.of(catalogue().library(library));
  }

  /** What there is to know about a command, or what it takes. */
  private Optional<String> command(String topic) {
    return CommandTopics.text(topic, width())
        .or(
            () ->
                options.commands().stream()
                    .filter(it -> it.word().equals(topic))
                    .findFirst()
                    .map(it -> it.usage(width())));
  }

  private RefusalException noTopic(String topic) {
    String use = "`scaffold explain topics` lists what there is to explain";
    return new RefusalException(
        new Refusal(
            "`" + topic + "` is no topic",
            "scaffold explain " + topic,
            nearest(topic).map(it -> "did you mean `" + it + "`? " + use).orElse(use)));
  }

  private Optional<String> nearest(String topic) {
    List<String> words =
        Stream.of(
                TopicList.rows(),
                TopicList.kinds(),
                topics().commands(),
                options.words(),
                TopicList.words(),
                RuleExplanation.topics(),
                options.values())
            .flatMap(List::stream)
            .distinct()
            .toList();
    return RuleExplanation.byNumber(topic)
        .or(() -> Spelling.nearest(topic, words))
        .or(() -> RuleExplanation.byName(topic))
        .or(() -> CatalogueTopics.nearest(topic))
        .map(it -> options.words().contains(it) ? "--" + it : it);
  }

  private int width() {
    return console.terminal().width();
  }

  private Explanation explanation() {
    return new Explanation(width());
  }

  private CatalogueExplanation catalogue() {
    return new CatalogueExplanation(width());
  }

  private TopicList topics() {
    return new TopicList(options, width());
  }
}
