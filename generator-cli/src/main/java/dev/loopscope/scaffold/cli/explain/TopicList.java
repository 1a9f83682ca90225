package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.line.Columns;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import dev.loopscope.scaffold.suite.resource.LoopCatalogue;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.List;
import java.util.Optional;

/** The topics that list others: all there is to explain, the rules, the libraries. */
final class TopicList {
  static final String TOPICS = "topics";
  static final String RULES = "rules";
  static final String LIBRARIES = "libraries";

  private final OptionTopics options;
  private final int width;

  TopicList(OptionTopics options, int width) {
    this.options = options;
    this.width = width;
  }

  /** Their words. */
  static List<String> words() {
    return List.of(TOPICS, RULES, LIBRARIES, ExitCodeTable.TOPIC);
  }

  static List<String> rows() {
    return DecisionMatrix.ROWS.stream().map(row -> row.backend().word()).toList();
  }

  static List<String> kinds() {
    return ResourceKind.ALL.stream().map(ResourceKind::word).toList();
  }

  List<String> commands() {
    return options.commands().stream().map(CommandSyntax::word).toList();
  }

  /** What the topic lists; empty if it is none of these. */
  Optional<String> text(String topic) {
    return switch (topic) {
      case TOPICS -> Optional.of(topics());
      case RULES -> Optional.of(rules());
      case LIBRARIES -> Optional.of(libraries());
      case ExitCodeTable.TOPIC -> Optional.of(ExitCodeTable.text(width));
      default -> Optional.empty();
    };
  }

  String topics() {
    return "What `scaffold explain TOPIC` tells about:\n\n"
        + Columns.of(
            List.of(
                List.of("backends", String.join(", ", rows())),
                List.of("resources", String.join(", ", kinds())),
                List.of("commands", String.join(", ", commands())),
                List.of("options", "--" + String.join(", --", options.words())),
                List.of("rules", "LS002, and so on; `rules` lists them"),
                List.of(
                    "libraries", "redis, redis.asyncio.Redis, and so on; `libraries` lists them"),
                List.of("runs", ExitCodeTable.TOPIC)),
            width);
  }

  private String rules() {
    return "The rules of `scaffold check`:\n\n"
        + Columns.of(RuleSet.all().stream().map(TopicList::row).toList(), width)
        + "\n`scaffold explain LS002`, and so on, shows the page of one.\n";
  }

  private static List<String> row(Rule rule) {
    return List.of(rule.id(), rule.name() + ": " + rule.summary());
  }

  private String libraries() {
    List<String> names =
        LoopCatalogue.lines().stream().map(CatalogueLine::library).distinct().toList();
    return "Libraries of which it was measured what becomes of their objects on another loop:\n\n"
        + Paragraph.of(String.join(", ", names), "  ", "  ", width)
        + "\n`scaffold explain redis`, and so on, lists the objects of one.\n";
  }
}
