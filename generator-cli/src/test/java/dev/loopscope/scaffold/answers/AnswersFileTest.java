package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.MavenCoordinates;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.release.Releases;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnswersFileTest {
  private static final Renderer RENDERER = new Renderer();
  private static final Renderer FIRST_RENDERER = Releases.of("0.1.0");

  /** As 0.1.0 wrote it, to the byte. */
  private static final String FIRST =
      """
      # The answers this suite was made from.
      scaffold = "0.1.0"
      archetype = "multibackend"
      name = "Order-Book.tests"
      package = "order_book"
      backends = [
          "uvloop",
          "trio",
      ]
      loop-scope = "function"
      resource = "broker"
      python = "3.12"
      hypothesis = true
      ci = "github"
      maven = true
      group-id = "org.example.teams"
      version = "2.1"
      """;

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("answers") Answers answers) {
    String written = written(RENDERER, answers);
    AnswersFile read = AnswersFile.parse(Questions.ALL, ScaffoldVersion.current(), written);
    assertThat(read).isEqualTo(new AnswersFile(ScaffoldVersion.current(), answers));
  }

  @Property(tries = 200)
  void whatTheFirstReleaseWroteIsReadAgain(@ForAll("answers") Answers any) {
    Resources named = Resources.parse(any.resources().get(0).name().text(), ResourceKind.ALL);
    Answers answers = any.with(Questions.RESOURCE, named).with(Questions.LINT, false);
    AnswersFile read = parse(written(FIRST_RENDERER, answers));
    assertThat(read).isEqualTo(new AnswersFile("0.1.0", answers));
  }

  @Property(tries = 100)
  void damageIsRefusedWithThePlaceOrReadAsAnswers(
      @ForAll("answers") Answers answers, @ForAll Random random) {
    String whole = written(RENDERER, answers);
    for (int damages = 0; damages < 20; damages++) {
      try {
        assertThat(parse(damaged(whole, random)).answers().texts()).isNotEmpty();
      } catch (RefusalException e) {
        assertThat(e.refusal().what()).isNotBlank();
        assertThat(e.refusal().where()).startsWith(".scaffold/answers.toml");
        assertThat(e.refusal().next()).isNotBlank();
      }
    }
  }

  private static String damaged(String whole, Random random) {
    StringBuilder damaged = new StringBuilder(whole);
    for (int edits = 1 + random.nextInt(3); edits > 0 && damaged.length() > 1; edits--) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, "\"[=\n\\,#\ud83d\u0000a.'{".charAt(random.nextInt(12)));
        default -> damaged.setLength(Math.max(1, at));
      }
    }
    return damaged.toString();
  }

  @Example
  void theFirstReleasesFileIsUnderstood() {
    AnswersFile file = parse(FIRST);
    assertThat(file.scaffold()).isEqualTo("0.1.0");
    assertThat(file.answers().name().text()).isEqualTo("Order-Book.tests");
    assertThat(file.answers().backends().text()).isEqualTo("uvloop,trio");
    assertThat(file.answers().resources().get(0).name().text()).isEqualTo("broker");
    assertThat(file.answers().maven()).contains(new MavenCoordinates("org.example.teams", "2.1"));
  }

  @Example
  void orderLayoutAndCommentsDoNotMatter() {
    String edited =
        "\ufeff# mine\r\n"
            + FIRST
                .replace("    \"uvloop\",\n    \"trio\",\n", "'uvloop', \"trio\"")
                .replace("ci = \"github\"\n", "")
                .replace("hypothesis = true", "hypothesis=true # since May\nci = 'github'")
                .replace("\n", "\r\n");
    assertThat(parse(edited)).isEqualTo(parse(FIRST));
  }

  @Example
  void damagedFileIsRefusedWithItsLine() {
    Refusal refusal = refusal(FIRST.replace("\"broker\"", "\"broker"));
    assertThat(refusal.what()).startsWith("the answers cannot be read: ");
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:11");
    assertThat(refusal.next()).isEqualTo("mend the line, or take the file from version control");
  }

  @Example
  void mergeConflictIsRefusedWithItsLine() {
    Refusal refusal = refusal(FIRST.replace("ci = ", "<<<<<<< ours\nci = "));
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:14");
  }

  @Example
  void keyThatIsGivenTwiceIsRefusedWithItsLine() {
    Refusal refusal = refusal(FIRST + "ci = \"none\"\n");
    assertThat(refusal.what()).contains("ci");
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:18");
  }

  @Example
  void unknownKeyIsRefusedWithTheNearestOne() {
    Refusal refusal = refusal(FIRST.replace("resource =", "resorce ="));
    assertThat(refusal.what()).isEqualTo("`resorce` is no answer that scaffold 0.2.0 knows");
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:11");
    assertThat(refusal.next())
        .isEqualTo(
            "did you mean `resource`? remove the line, or take the file from version control");
  }

  @Example
  void missingKeyIsRefusedByItsName() {
    Refusal refusal = refusal(FIRST.replace("loop-scope = \"function\"\n", ""));
    assertThat(refusal.what()).isEqualTo("`loop-scope` is missing");
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml");
    assertThat(refusal.next()).isEqualTo("add `loop-scope`, or take the file from version control");
  }

  @Example
  void wrongValueIsRefusedAsItsOptionWouldRefuseIt() {
    Refusal scope = refusal(FIRST.replace("\"function\"", "\"functio\""));
    assertThat(scope.what()).isEqualTo("`functio` is no value of `loop-scope`");
    assertThat(scope.where()).isEqualTo(".scaffold/answers.toml:10");
    assertThat(scope.next())
        .isEqualTo("did you mean `function`? use session, module, class or function");
    Refusal resource = refusal(FIRST.replace("\"broker\"", "\"class\""));
    assertThat(resource.what()).isEqualTo("`class` is a Python keyword");
    assertThat(resource.next()).startsWith("give `resource` another identifier");
  }

  @Example
  void valueOfAnotherTypeIsRefused() {
    assertThat(refusal(FIRST.replace("hypothesis = true", "hypothesis = \"true\"")).what())
        .isEqualTo("`hypothesis` is not true or false, without quotes");
    assertThat(refusal(FIRST.replace("\"3.12\"", "3.12")).what())
        .isEqualTo("`python` is not a word in quotes");
    assertThat(refusal(FIRST.replace("\"uvloop\",", "1,")).what())
        .isEqualTo("`backends` is not a list of words in quotes");
    assertThat(refusal(FIRST.replace("\"uvloop\",\n    \"trio\",", "\"uvloop,trio\"")).what())
        .isEqualTo("`backends` is not a list of words in quotes");
    assertThat(refusal(FIRST.replace("\"uvloop\",\n    \"trio\",", "")).what())
        .isEqualTo("no backend is named");
    assertThat(refusal(FIRST.replace("ci = ", "ci.service = ")).what())
        .isEqualTo("`ci` is not a word in quotes");
  }

  @Example
  void coordinatesWithoutMavenAreRefused() {
    Refusal refusal = refusal(FIRST.replace("maven = true", "maven = false"));
    assertThat(refusal.what()).isEqualTo("`group-id` is for the pom.xml, and none is asked for");
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:16");
    assertThat(refusal.next()).isEqualTo("set `maven` to true, or remove the line");
  }

  @Example
  void archetypeThatCannotRunTheBackendsIsRefused() {
    Refusal refusal = refusal(FIRST.replace("\"multibackend\"", "\"explicit-scope\""));
    assertThat(refusal.what()).startsWith("explicit-scope cannot run trio: ");
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:3");
    assertThat(refusal.next()).startsWith("give `archetype` the value \"multibackend\"");
  }

  @Example
  void fileOfANewerVersionIsRefusedBeforeItsKeysAreRead() {
    Refusal refusal = refusal(FIRST.replace("0.1.0", "0.10.0") + "colour = \"red\"\n");
    assertThat(refusal.what()).isEqualTo("scaffold 0.10.0 wrote the answers, and this is 0.2.0");
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:2");
    assertThat(refusal.next()).isEqualTo("use scaffold 0.10.0 or a newer one");
  }

  @Example
  void fileThatDoesNotSayWhoWroteItIsRefused() {
    assertThat(refusal(FIRST.replace("scaffold = \"0.1.0\"\n", "")).what())
        .isEqualTo("`scaffold` is missing");
    assertThat(refusal(FIRST.replace("\"0.1.0\"", "\"latest\"")).what())
        .isEqualTo("`scaffold` is no version of scaffold");
    assertThat(refusal("").what()).isEqualTo("`scaffold` is missing");
  }

  @Example
  void fileOfAVersionBeforeTheFirstIsRefused() {
    assertThat(refusal("scaffold = \"0.0.1\"\n").what())
        .isEqualTo("`scaffold` is no version of scaffold");
    assertThat(refusal(FIRST.replace("0.1.0", "0.0.9")).where())
        .isEqualTo(".scaffold/answers.toml:2");
  }

  @Example
  void runOfBlankLinesAndCommentsIsReadInTime() {
    String run = "\n".repeat(5_000) + "# mine\n".repeat(5_000);
    Duration limit = Duration.ofSeconds(20);
    assertThat(assertTimeoutPreemptively(limit, () -> parse(run + FIRST))).isEqualTo(parse(FIRST));
    Refusal refusal =
        assertTimeoutPreemptively(limit, () -> refusal(run + FIRST.replace("ci =", "ic =")));
    assertThat(refusal.where()).isEqualTo(".scaffold/answers.toml:10014");
  }

  @Example
  void whatAnOlderVersionDidNotAskFallsBack() {
    FlagQuestion later =
        new FlagQuestion("tls", "0.2.0", new Help("", "encrypts", "With its own certificate."));
    Questions questions = Questions.ALL.and(later);
    assertThat(AnswersFile.parse(questions, "0.2.0", FIRST).answers().find(later)).contains(false);
    assertThat(
            Names.refusal(
                    () ->
                        AnswersFile.parse(
                            questions, "0.2.0", FIRST.replace("0.1.0", "0.2.0") + "lint = false\n"))
                .what())
        .isEqualTo("`tls` is missing");
  }

  private static AnswersFile parse(String text) {
    return AnswersFile.parse(Questions.ALL, "0.2.0", text);
  }

  private static Refusal refusal(String text) {
    return Names.refusal(() -> parse(text));
  }

  private static String written(Renderer renderer, Answers answers) {
    return renderer.render(answers).file(AnswersFile.PATH).orElseThrow().text();
  }

  @Provide
  Arbitrary<Answers> answers() {
    return AnyAnswers.any();
  }
}
