package dev.loopscope.scaffold.suite.resource.value;

import dev.loopscope.scaffold.suite.resource.Opening;

/**
 * A call of a method of something that a parameter holds: which method that is, is known to whoever
 * gives the object.
 *
 * @param method the place in the parameter that is called, its last step the name of the method
 * @param manner whether what it gives is awaited or entered
 * @param certain whether every run makes the call, and what it raises goes on to the caller
 */
public record LaterCall(Part.Parameter method, Opening.Manner manner, boolean certain) {}
