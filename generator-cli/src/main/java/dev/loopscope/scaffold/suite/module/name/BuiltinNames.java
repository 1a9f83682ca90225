package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.text.TakenNames;
import java.util.Set;

/** The names that every module sees: {@code dir(builtins)} of CPython 3.9 to 3.15. */
public final class BuiltinNames {
  /** Private, so no name that anybody would choose; the table of taken names leaves it out. */
  private static final String PRIVATE = "_IncompleteInputError";

  private static final Set<String> NAMES = TakenNames.all(TakenNames.BUILTINS);

  private BuiltinNames() {}

  /** Whether every module sees the name. */
  public static boolean contains(String name) {
    return NAMES.contains(name) || name.equals(PRIVATE);
  }
}
