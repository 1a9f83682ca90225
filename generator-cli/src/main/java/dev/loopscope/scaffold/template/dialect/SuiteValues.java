package dev.loopscope.scaffold.template.dialect;

import java.util.List;
import java.util.Optional;

/** The values of one suite, its lists among them. */
public interface SuiteValues extends Condition.Values {
  /**
   * What a template sees of each item of a list. A string is called {@code item}; a record's field
   * is called {@code item.field}.
   *
   * @return absent if there is no list called {@code list}
   */
  Optional<List<Condition.Values>> items(String list, String item);
}
