package dev.loopscope.scaffold.cli.ask;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.line.Columns;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The questions of a suite, asked one by one. Answers that contradict others are refused. */
public final class Interview {
  /** What a suite is called while nobody has said it; any name will do. */
  private static final String NAMELESS = "demo";

  private static final Pattern SENTENCE = Pattern.compile("(?<=[a-z)`][.]) (?=[A-Z])");
  private static final Pattern CLAUSE = Pattern.compile("[,.:;]( |$)");

  /** Names of fixtures, of which the first that is free is proposed. */
  private static final List<String> NAMES = List.of("client", "store", "broker");

  /** How what decides most is asked. */
  private record Wording(String title, String why) {}

  private static final Map<String, Wording> WORDINGS =
      Map.of(
          Questions.RESOURCE.key(),
          new Wording(
              "What do your tests share?",
              "It is opened, lent to one test at a time, and brought back after each."),
          Questions.BACKENDS.key(),
          new Wording(
              "Which backends do they run on?",
              "They decide between pytest-asyncio and anyio; several have commas between."),
          Questions.LOOP_SCOPE.key(),
          new Wording(
              "How long should it live, and its event loop with it?",
              "One for the session is fastest; one for each function keeps most apart."));

  private final Asker asker;
  private final Console console;
  private final Questions questions;
  private final Map<String, String> given;
  private final Map<String, String> answered = new LinkedHashMap<>();
  private final UnaryOperator<Map<String, String>> completed;
  private final Set<String> open;

  /**
   * Asks {@code questions} but for those whose answers are {@code given}.
   *
   * @param given texts by the questions' keys
   */
  public Interview(Console console, Questions questions, Map<String, String> given) {
    this(
        console,
        questions,
        given,
        all -> {
          all.putIfAbsent(Questions.NAME.key(), NAMELESS);
          return Answers.complete(questions, all).texts();
        },
        Set.of());
  }

  /**
   * The same, where something else proposes what nobody answers.
   *
   * @param completed makes all answers of some, or refuses those; it may keep and change the map
   * @param open keys of questions to which what is proposed has to be agreed
   */
  public Interview(
      Console console,
      Questions questions,
      Map<String, String> given,
      UnaryOperator<Map<String, String>> completed,
      Set<String> open) {
    this.asker = new Asker(console);
    this.console = console;
    this.questions = questions;
    this.given = new HashMap<>(given);
    this.completed = completed;
    this.open = Set.copyOf(open);
  }

  /**
   * What was answered otherwise than what holds anyway, or had to be agreed to, as options, in the
   * order it was asked.
   */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    answered.forEach(
        (key, text) -> {
          Question<?> question = questions.find(key).orElseThrow();
          options.add(question.option());
          if (!(question instanceof FlagQuestion)) {
            options.add(text);
          }
        });
    return options;
  }

  /** Asks what decides most, and what hangs on that. Whether somebody answered all of it. */
  public boolean first() {
    for (Question<?> question :
        List.of(
            questions.find(Questions.RESOURCE.key()).orElseThrow(),
            Questions.BACKENDS,
            Questions.LOOP_SCOPE)) {
      if (!asks(question)) {
        return false;
      }
    }
    return questions.hangingOn(Questions.RESOURCE).stream().allMatch(this::asks);
  }

  /**
   * Asks all others. Whether somebody answered all of them.
   *
   * @param name what the suite is called unless somebody says otherwise
   */
  public boolean rest(String name) {
    for (Question<?> question : questions.inOrder()) {
      boolean asked = WORDINGS.containsKey(question.key()) || question.hangsOn(Questions.RESOURCE);
      if (!asked && !asks(question, question.equals(Questions.NAME) ? name : "")) {
        return false;
      }
    }
    return true;
  }

  private boolean asks(Question<?> question) {
    return asks(question, "");
  }

  private boolean asks(Question<?> question, String otherwise) {
    if (given.containsKey(question.key()) || !question.isAsked(given)) {
      return true;
    }
    String usual = otherwise.isEmpty() ? usual(question) : otherwise;
    introduce(question);
    Optional<String> text =
        question instanceof FlagQuestion flag
            ? asker.yesOrNo(question.option(), flag.print(true).equals(usual)).map(flag::print)
            : asker.ask(question.option(), usual, answer -> taken(question, answer));
    text.ifPresent(it -> given.put(question.key(), it));
    text.filter(it -> !it.equals(usual) || open.contains(question.key()))
        .ifPresent(it -> answered.put(question.key(), it));
    return text.isPresent();
  }

  private String usual(Question<?> question) {
    Map<String, String> all = complete(Map.of());
    return Optional.ofNullable(all.get(question.key())).or(() -> question.fallback(all)).orElse("");
  }

  private void introduce(Question<?> question) {
    int width = console.terminal().width();
    Wording wording =
        WORDINGS.getOrDefault(
            question.key(),
            new Wording(question.help().summary(), SENTENCE.split(question.help().detail(), 2)[0]));
    StringBuilder text =
        new StringBuilder("\n").append(Paragraph.of(wording.title(), "", "", width));
    if (!wording.why().isEmpty()) {
      text.append(Paragraph.of(wording.why(), "  ", "  ", width));
    }
    List<List<String>> choices = new ArrayList<>();
    for (String word : words(question)) {
      choices.add(List.of((choices.size() + 1) + "  " + word, about(question, word)));
    }
    text.append(choices.isEmpty() ? "" : Columns.of(choices, width));
    text.toString().lines().forEach(console::note);
  }

  private List<String> words(Question<?> question) {
    return question.key().equals(Questions.RESOURCE.key())
        ? questions.kinds().stream().map(ResourceKind::word).toList()
        : Option.of(question).values();
  }

  private String about(Question<?> question, String word) {
    if (question.equals(Questions.BACKENDS)) {
      return DecisionMatrix.ROWS.stream()
          .filter(row -> row.backend().word().equals(word))
          .map(DecisionMatrix.Row::reason)
          .findFirst()
          .orElse("");
    }
    return question.key().equals(Questions.RESOURCE.key())
        ? questions.kinds().stream()
            .filter(kind -> kind.word().equals(word))
            .map(kind -> CLAUSE.split(kind.page().opens(), 2)[0])
            .findFirst()
            .orElse("")
        : "";
  }

  /** An answer with numbers in the place of words, if it goes with all answers so far. */
  private String taken(Question<?> question, String answer) {
    List<String> words = words(question);
    List<String> parts = new ArrayList<>();
    for (String part : Arrays.stream(answer.split(",")).map(String::strip).toList()) {
      boolean number = part.matches("[1-9][0-9]?") && Integer.parseInt(part) <= words.size();
      parts.add(number ? words.get(Integer.parseInt(part) - 1) : part);
    }
    String text = String.join(",", parts);
    if (words.isEmpty()) {
      text = answer;
    } else if (question.key().equals(Questions.RESOURCE.key()) && words.containsAll(parts)) {
      text = named(parts);
    }
    complete(Map.of(question.key(), text));
    return text;
  }

  /** Kinds with names of fixtures in front of them. */
  private String named(List<String> kinds) {
    List<String> resources = new ArrayList<>();
    for (String kind : kinds) {
      String usual =
          NAMES.stream()
              .filter(name -> resources.stream().noneMatch(it -> it.startsWith(name + ":")))
              .findFirst()
              .orElse(kind);
      resources.add(
          asker
              .ask(
                  "  the name of its fixture, as tests write it (" + kind + ")",
                  usual,
                  name -> {
                    Questions.RESOURCE.parse(name + ":" + kind);
                    return name + ":" + kind;
                  })
              .orElse(usual + ":" + kind));
    }
    return Questions.RESOURCE.print(Questions.RESOURCE.parse(String.join(",", resources)));
  }

  /** All answers so far and {@code more}; refused if they do not go together. */
  private Map<String, String> complete(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(given);
    all.putAll(more);
    return completed.apply(all);
  }
}
