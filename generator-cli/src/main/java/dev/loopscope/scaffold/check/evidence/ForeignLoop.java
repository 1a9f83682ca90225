package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;

/** What is to be expected of a resource that is used on another loop than its own. */
public enum ForeignLoop {
  FAILS("which fails there"),
  FAILS_EVERY_SECOND("which fails there in every second test"),
  HANGS("which never answers there"),
  LIES("which does nothing there, and raises no error"),
  FAILS_LATER("which fails there once it has to wait"),
  STANDS_STILL("which stands still there"),
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

  /** Whether a test that waits for it there fails or is wrong. */
  public boolean isCertain() {
    return this == FAILS || this == FAILS_EVERY_SECOND || this == HANGS || this == LIES;
  }

  /** What to expect of a resource of this kind. */
  public static ForeignLoop of(OnAnotherLoop resource) {
    return switch (resource) {
      case BREAKS -> FAILS;
      case BREAKS_EVERY_SECOND -> FAILS_EVERY_SECOND;
      case HANGS -> HANGS;
      case SILENTLY_WRONG -> LIES;
      case BREAKS_LATER -> FAILS_LATER;
      case UNKNOWN -> DEPENDS;
      case TOLERATES, SAFE, NOTHING -> HARMLESS;
    };
  }
}
