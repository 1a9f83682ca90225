package dev.loopscope.scaffold.cli.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a run can end. The numbers are part of the product: scripts rely on them. */
public enum ExitCode {
  DONE(0, "done; `check`: nothing was found"),
  FINDINGS(
      1,
      "`check` found something; `update`: changes or conflicts are pending; `doctor`: something is"
          + " to be done; `new --verify`: the suite does not pass; `trace`: tests failed, or what"
          + " --fail-on names was seen"),
  USAGE(2, "an option, a value or a command is not one that scaffold takes"),
  REFUSED(3, "what is on the disk does not allow it; nothing was changed"),
  WRITE_FAILED(4, "the disk failed; nothing was written"),
  UNPRINTED(5, "the output could not be printed; what was done is done"),
  DEFECT(70, "a defect in scaffold; please report it");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The code of this number, for a run of pytest, whose own numbers mean other things. */
  public static ExitCode ofPytest(int number) {
    return Arrays.stream(values()).filter(it -> it.number == number).findFirst().orElse(FINDINGS);
  }

  /** What the process exits with. */
  public int number() {
    return number;
  }

  /** Each number with its meaning, in the order help lists them. */
  public static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      meanings.put(Integer.toString(code.number()), code.meaning());
    }
    return meanings;
  }

  /** The meaning, for the table in {@code --help}. */
  public String meaning() {
    return meaning;
  }
}
