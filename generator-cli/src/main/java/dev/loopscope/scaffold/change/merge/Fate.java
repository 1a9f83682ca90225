package dev.loopscope.scaffold.change.merge;

/** What an update does to a file. */
public enum Fate {
  /** It is new in the templates. */
  CREATED("created"),
  /** It was as the templates had made it, and is as they make it today. */
  CHANGED("changed"),
  /** It has what was changed in it, and what the templates changed. */
  MERGED("merged"),
  /** It has another place in the templates, and took what was changed in it along. */
  MOVED("moved"),
  /** It was as the templates had made it, and they make it no more. */
  DELETED("deleted"),
  /** It was changed, and the templates make it no more: it is nobody's but the user's now. */
  KEPT("kept"),
  /** It was deleted, and stays so. */
  LEFT_OUT("left out"),
  /** It is in conflict, or goes with what is, and that was to be skipped. */
  SKIPPED("skipped"),
  /** It uses what has moved or changed, and is the user's own. */
  FOLLOWED("followed"),
  /** What was changed in it, and what the templates changed, contradict each other. */
  CONFLICTING("conflict"),
  /** It has another place in the templates, and something else is there. */
  BLOCKED("blocked");

  private final String word;

  Fate(String word) {
    this.word = word;
  }

  /** The word that reports have for it. */
  public String word() {
    return word;
  }
}
