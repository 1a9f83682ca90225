package dev.loopscope.scaffold.trace;

/**
 * A global of the project that lives on a loop that is gone.
 *
 * @param module the file
 * @param name of the global
 * @param held what it leads to
 * @param test the first test before which it was seen
 */
public record ModuleObject(String module, String name, Held held, String test) {}
