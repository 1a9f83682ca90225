package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.suite.module.name.NameScope;
import dev.loopscope.scaffold.suite.module.name.PlacedBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The attributes of classes, their own and inherited. */
final class ClassMembers {
  private final Follower follower;
  private final Linearization linearization;
  private final Map<ClassRef, Mro> known = new ConcurrentHashMap<>();

  ClassMembers(Follower follower) {
    this.follower = follower;
    this.linearization = new Linearization(follower);
  }

  /** The order of a class and its bases. */
  Mro mro(ClassRef type, Trail trail) {
    Mro mro = known.get(type);
    if (mro == null) {
      mro = linearization.of(type, trail);
      // What was cut short on this trail may be told on another.
      if (!trail.broken()) {
        known.put(type, mro);
      }
    }
    return mro;
  }

  /** What an attribute of a class is. */
  Resolution member(ClassRef type, String name, Trail trail) {
    Mro mro = mro(type, trail);
    if (mro.externalBases().stream().anyMatch(base -> base.startsWith("enum."))) {
      return new Resolution.Unresolved("`" + name + "` is a member of an enum");
    }
    for (ClassRef owner : mro.classes()) {
      List<PlacedBinding> found =
          scope(owner)
              .map(it -> it.candidates(name, NameScope.END, star -> false))
              .orElse(List.of());
      if (!found.isEmpty()) {
        boolean own = owner.equals(type);
        return own || mro.complete()
            ? follower.choose(owner.file(), name, found, trail)
            : new Resolution.Unresolved(
                "`" + name + "` may come from any base of `" + type.name() + "`");
      }
    }
    return new Resolution.Unresolved("`" + name + "` is not bound in `" + type.name() + "`");
  }

  private static Optional<NameScope> scope(ClassRef type) {
    return type.file().names().body(type.definition());
  }
}
