package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.suite.ResourceKind;

/** What is to be expected of a resource that is used on another loop than its own. */
enum ForeignLoop {
  FAILS("which fails there"),
  FAILS_LATER("which fails there once it has to wait"),
  DEPENDS("which fails there if it holds anything that belongs to its loop"),
  HARMLESS("which works");

  private final String consequence;

  ForeignLoop(String consequence) {
    this.consequence = consequence;
  }

  /** A clause that follows the name of the fixture. */
  String consequence() {
    return consequence;
  }

  static ForeignLoop of(ResourceKind resource) {
    return switch (resource) {
      case BREAKS, BREAKS_ONCE -> FAILS;
      case BREAKS_LATER -> FAILS_LATER;
      case UNKNOWN -> DEPENDS;
      case TOLERATES, NOTHING -> HARMLESS;
    };
  }
}
