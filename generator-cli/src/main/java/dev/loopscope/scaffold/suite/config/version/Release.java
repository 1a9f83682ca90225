package dev.loopscope.scaffold.suite.config.version;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One release of a distribution, and what it has to be installed with.
 *
 * @param pythons the interpreters that an installer takes it for
 * @param requires the versions it requires of other distributions, by normal name
 */
record Release(Version version, VersionRange pythons, SortedMap<String, VersionRange> requires) {
  /** Keeps an unmodifiable copy. */
  Release {
    requires = Collections.unmodifiableSortedMap(new TreeMap<>(requires));
  }
}
