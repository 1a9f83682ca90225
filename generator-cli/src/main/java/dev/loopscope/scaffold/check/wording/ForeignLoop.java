package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;

/** What is to be expected of a resource that is used on another loop than its own. */
public enum ForeignLoop {
  FAILS("which fails there"),
  FAILS_LATER("which fails there once it has to wait"),
  DEPENDS("which fails there if it holds anything that belongs to its loop"),
  HARMLESS("which works");

  private final String consequence;

  ForeignLoop(String consequence) {
    this.consequence = consequence;
  }

  /** A clause that follows the name of the fixture. */
  public String consequence() {
    return consequence;
  }

  /** What to expect of a resource of this kind. */
  public static ForeignLoop of(OnAnotherLoop resource) {
    return switch (resource) {
      case BREAKS, BREAKS_ONCE -> FAILS;
      case BREAKS_LATER -> FAILS_LATER;
      case UNKNOWN -> DEPENDS;
      case TOLERATES, NOTHING -> HARMLESS;
    };
  }
}
