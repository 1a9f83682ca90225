package dev.loopscope.scaffold.suite.config;

/**
 * An option of a plugin that runs async tests, where pytest does not look for it.
 *
 * @param setting the option, under the name that pytest would know it by
 * @param place where it stands, as it is written: {@code [tool.pytest-asyncio]}
 */
public record UnreadSetting(Setting setting, String place) {}
