package dev.loopscope.scaffold.placing;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a suite goes in a repository that is a Maven reactor. */
public enum MavenPlace {
  /** A module of its own, which {@code mvn verify} runs with the others. */
  MODULE("module"),
  /** A directory below the tests of a Python project that is there. */
  DIRECTORY("directory");

  private final String word;

  MavenPlace(String word) {
    this.word = word;
  }

  /** As it is typed. */
  public String word() {
    return word;
  }

  /** The place of this word. */
  public static Optional<MavenPlace> of(String word) {
    return Stream.of(values()).filter(it -> it.word.equals(word)).findFirst();
  }
}
