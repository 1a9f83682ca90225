package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Archetype;
import dev.loopscope.scaffold.answers.Backend;
import dev.loopscope.scaffold.answers.Backends;
import dev.loopscope.scaffold.answers.Ci;
import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DistributionName;
import dev.loopscope.scaffold.answers.LoopScope;
import dev.loopscope.scaffold.answers.MavenCoordinates;
import dev.loopscope.scaffold.answers.PythonFloor;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Answers that an archetype can be asked for. */
final class RandomAnswers {
  private static final List<String> NAMES =
      List.of("demo", "My-Suite", "a", "9lives", "x.y_z--1", "IMPORTANT-I", "A__b");

  private RandomAnswers() {}

  static Arbitrary<Answers> any() {
    return Arbitraries.randomValue(RandomAnswers::answers);
  }

  private static Answers answers(Random random) {
    Archetype archetype = pick(random, Archetype.ALL);
    List<Backend> backends = new ArrayList<>(Concerns.of(archetype).backends());
    Collections.shuffle(backends, random);
    DistributionName name = new DistributionName(pick(random, NAMES));
    return new Answers(
        name,
        name.importName(),
        archetype,
        new Backends(backends.subList(0, 1 + random.nextInt(backends.size()))),
        pick(random, LoopScope.ALL),
        new ResourceName(pick(random, List.of("client", "broker", "_x9"))),
        pick(random, PythonFloor.ALL),
        random.nextBoolean(),
        pick(random, Ci.ALL),
        Optional.of(new MavenCoordinates("org.example-1.x", "2.0+rc.1")));
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
