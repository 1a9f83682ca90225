package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.MavenCoordinates;
import java.util.Optional;

/** The version of the {@code pom.xml}. */
final class VersionQuestion extends TextQuestion<String> {
  private final OnlyWith pom;

  VersionQuestion(OnlyWith pom) {
    super(
        "version",
        "0.1.0",
        new Help(
            "VERSION",
            "the pom's version; only with " + pom.option(),
            "At most 60 of A-Z a-z 0-9 . _ + -, a letter or digit at both ends. Where the directory"
                + " above has a pom of packaging pom, it is the version of that unless another one"
                + " is given."),
        "1.0-SNAPSHOT");
    this.pom = pom;
  }

  @Override
  protected String read(String text) {
    return MavenCoordinates.version(text);
  }

  @Override
  public String print(String answer) {
    return answer;
  }

  @Override
  public Optional<OnlyWith> onlyWith() {
    return Optional.of(pom);
  }

  @Override
  public String regex() {
    return MavenCoordinates.VERSION_REGEX;
  }

  @Override
  protected String allowed() {
    return MavenCoordinates.VERSION_ALLOWED;
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some("1.0-SNAPSHOT", "3", "0.1+x_y-z");
  }
}
