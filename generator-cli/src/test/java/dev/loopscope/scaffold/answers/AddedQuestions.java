package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.ListQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions that the product does not ask: one of each kind. */
public final class AddedQuestions {
  /** Yes or no. */
  public static final Question<Boolean> TLS =
      new FlagQuestion(
          "tls", "0.2.0", new Help("", "encrypts the service", "With a certificate of its own."));

  /** One of a few words. */
  public static final Question<Retry> RETRY =
      new ChoiceQuestion<>(
          "on-failure",
          "0.2.0",
          new Help("WHAT", "what a failure does: stop or go-on", "A flaky test is not run again."),
          List.of(Retry.values()),
          "stop");

  /** A word. */
  public static final Question<String> OWNER = new Owner();

  /** Several words. */
  public static final Question<List<String>> TAGS = new Tags();

  /** What the product asks, and these. */
  public static final Questions ALL = Questions.ALL.and(TLS).and(RETRY).and(OWNER).and(TAGS);

  private AddedQuestions() {}

  /** What {@link #RETRY} gives. */
  public enum Retry implements Choice {
    STOP("stop"),
    GO_ON("go-on");

    private final String word;

    Retry(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  private static final class Owner extends TextQuestion<String> {
    Owner() {
      super(
          "owned-by", "0.2.0", new Help("TEAM", "the team that owns it", "Lower case."), "nobody");
    }

    @Override
    protected String read(String text) {
      if (!text.matches(regex())) {
        throw new RefusalException(new Refusal("`" + text + "` is no team", text, allowed()));
      }
      return text;
    }

    @Override
    public String print(String answer) {
      return answer;
    }

    @Override
    public String regex() {
      return "[a-z]{1,9}";
    }

    @Override
    protected String allowed() {
      return "at most nine of a-z";
    }

    @Override
    public Samples samples(Archetype archetype) {
      return Samples.some("orders", "stock");
    }
  }

  private static final class Tags extends ListQuestion<List<String>> {
    private static final List<String> WORDS = List.of("slow", "nightly");

    Tags() {
      super(
          "tags",
          "0.2.0",
          new Help("LIST", "tags, separated by commas: slow, nightly", "In any order."));
    }

    @Override
    public List<String> parse(String text, Called called) {
      List<String> tags = List.of(text.split(",", -1));
      if (!WORDS.containsAll(tags)) {
        throw new RefusalException(
            new Refusal("`" + text + "` is no list of tags", called.name(), "use " + WORDS));
      }
      return tags;
    }

    @Override
    public String print(List<String> answer) {
      return String.join(",", answer);
    }

    @Override
    public Optional<String> fallback(Map<String, String> before) {
      return Optional.of("slow");
    }

    @Override
    public String fallbackInWords() {
      return "slow";
    }

    @Override
    public List<Variable> variables() {
      return List.of(
          new Variable.Items("tags"),
          new Variable.Flag("slow", "slow"),
          new Variable.Flag("nightly", "nightly"));
    }

    @Override
    public InArchetype in(Archetype archetype) {
      String regex = "(?:slow|nightly)(?:,(?:slow|nightly))?";
      return new InArchetype.Property("tags", Optional.of("slow"), regex, regex, "slow, nightly");
    }

    @Override
    public Samples samples(Archetype archetype) {
      return Samples.every(List.of("slow", "nightly", "nightly,slow"));
    }
  }
}
