package dev.loopscope.scaffold.cli.trace;

/**
 * The Python that the project's tests run on.
 *
 * @param program as it is called
 * @param why it is this one, in a few words: {@code of .venv}
 */
record ChosenPython(String program, String why) {}
