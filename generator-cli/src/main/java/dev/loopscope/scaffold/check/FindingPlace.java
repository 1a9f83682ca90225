package dev.loopscope.scaffold.check;

/**
 * What tells a finding from the others of one check: there is one of a rule at a place.
 *
 * @param rule the rule's id
 * @param path as the finding's location names the file
 * @param start the offset of the first character
 */
public record FindingPlace(String rule, String path, int start) {
  /** Of a finding. */
  public static FindingPlace of(Finding finding) {
    return new FindingPlace(
        finding.rule().id(), finding.location().path(), finding.location().start());
  }

  /** Of a place where a finding shows. */
  public static FindingPlace of(Finding.Use use) {
    return new FindingPlace(use.rule(), use.location().path(), use.location().start());
  }
}
