package dev.loopscope.scaffold.check.wording;

import java.util.List;

/** Names of the suite, as messages print them. */
public final class Quoted {
  private static final int SHOWN = 3;

  private Quoted() {}

  /** {@code `a`}, {@code `a` and `b`}, or {@code `a`, `b`, `c` and 2 more}. */
  public static String names(List<String> names) {
    List<String> quoted = names.stream().distinct().map(name -> "`" + name + "`").toList();
    if (quoted.size() > SHOWN) {
      String shown = String.join(", ", quoted.subList(0, SHOWN));
      return shown + " and " + (quoted.size() - SHOWN) + " more";
    }
    if (quoted.size() < 2) {
      return String.join("", quoted);
    }
    String former = String.join(", ", quoted.subList(0, quoted.size() - 1));
    return former + " and " + quoted.get(quoted.size() - 1);
  }
}
