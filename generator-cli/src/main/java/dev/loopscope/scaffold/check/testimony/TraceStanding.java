package dev.loopscope.scaffold.check.testimony;

/** How a finding stands in the light of a run. */
public enum TraceStanding {
  CONFIRMED("confirmed", "the run did what the finding says"),
  NOT_EXERCISED("not exercised", "the run did not come to it, or does not show it"),
  CONTRADICTED("contradicted", "the run came to it, and did something else");

  private final String word;
  private final String meaning;

  TraceStanding(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As reports name it. */
  public String word() {
    return word;
  }

  /** What it means, as what follows the word. */
  public String meaning() {
    return meaning;
  }
}
