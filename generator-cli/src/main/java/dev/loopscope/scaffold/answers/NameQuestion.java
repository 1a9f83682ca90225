package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.DistributionName;

/** The suite's distribution name. */
final class NameQuestion extends TextQuestion<DistributionName> {
  NameQuestion() {
    super(
        "name",
        "0.1.0",
        new Help(
            "NAME",
            "the distribution name",
            "At most 60 of A-Z a-z 0-9 . _ -, a letter or digit at both ends; not a distribution"
                + " that the suite installs. Suites whose tests are the package `tests` are runs of"
                + " their own, for pytest imports only one package of a name: `pytest DIRECTORY`"
                + " for each."),
        "");
  }

  @Override
  protected DistributionName read(String text) {
    return new DistributionName(text);
  }

  @Override
  public String print(DistributionName answer) {
    return answer.text();
  }

  @Override
  public String fallbackInWords() {
    return "the directory's name";
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public String regex() {
    return DistributionName.REGEX;
  }

  /**
   * Nobody reads a list of names in a prompt; one that is taken is refused when all is answered.
   */
  @Override
  protected String shape() {
    return DistributionName.SHAPE;
  }

  @Override
  protected String allowed() {
    return DistributionName.ALLOWED + ", and no name of a distribution that the suite installs";
  }

  /** Maven's own word for it. */
  @Override
  public String property() {
    return "artifactId";
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some("demo", "My-Suite", "9lives", "a", "x.y_z--1", "IMPORTANT-I");
  }
}
