package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.Optional;

/**
 * A value that an item has and others of its test have not.
 *
 * @param name of the parameter or fixture; several names of one {@code parametrize} are several
 *     parameters with the same index
 * @param index which of the values it is, from 0
 * @param scope that of the fixture, which decides how far apart items of other values are run
 * @param id what the values of this source add to the item's name; empty if that is not known, and
 *     for all names of one source but the first
 */
public record ItemParameter(String name, int index, Scope scope, Optional<String> id) {}
