package dev.loopscope.scaffold.suite;

/** One suite: fixtures, tests, marks and configuration. */
public final class SuiteModel {}
