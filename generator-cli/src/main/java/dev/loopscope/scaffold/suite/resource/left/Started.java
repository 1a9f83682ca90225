package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;

/**
 * What an application keeps that a client starts on a loop of its own.
 *
 * @param client the client
 * @param fixture the fixture that holds it
 * @param place where the application keeps it
 * @param thing what it keeps
 */
public record Started(Part.Client client, Fixture fixture, Part.Shared place, Thing thing) {}
