package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.suite.module.Location;

/**
 * A part of the configuration that could not be read, so that nothing is concluded from it.
 *
 * @param location where it is
 * @param what what was to be read, with its name in backticks: "the versions of `pytest-asyncio`"
 * @param why why it could not be
 */
public record UnreadableConfig(Location location, String what, String why) {}
