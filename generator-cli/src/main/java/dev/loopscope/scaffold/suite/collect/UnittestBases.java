package dev.loopscope.scaffold.suite.collect;

import java.util.Set;

/** Classes outside the project that are, or inherit from, {@code unittest.TestCase}. */
public final class UnittestBases {
  private static final Set<String> KNOWN =
      Set.of(
          "unittest.TestCase",
          "unittest.case.TestCase",
          "unittest.IsolatedAsyncioTestCase",
          "unittest.async_case.IsolatedAsyncioTestCase",
          "aiohttp.test_utils.AioHTTPTestCase");

  private UnittestBases() {}

  /** Whether this is one of them. */
  public static boolean holds(String qualifiedName) {
    return KNOWN.contains(qualifiedName) || qualifiedName.endsWith("TestCase");
  }
}
