package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.MavenCoordinates;
import java.util.Optional;

/** The groupId of the {@code pom.xml}. */
final class GroupIdQuestion extends TextQuestion<String> {
  private final OnlyWith pom;

  GroupIdQuestion(OnlyWith pom) {
    super(
        "group-id",
        "0.1.0",
        new Help(
            "ID",
            "the pom's groupId; only with " + pom.option(),
            "Words of A-Z a-z 0-9 _ - joined by full stops. Where the directory above has a pom of"
                + " packaging pom, it is the group of that unless another one is given."),
        "com.example");
    this.pom = pom;
  }

  @Override
  protected String read(String text) {
    return MavenCoordinates.groupId(text);
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
    return MavenCoordinates.GROUP_ID_REGEX;
  }

  @Override
  protected String allowed() {
    return MavenCoordinates.GROUP_ID_ALLOWED;
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some("com.example", "org.example-1.x_y");
  }
}
