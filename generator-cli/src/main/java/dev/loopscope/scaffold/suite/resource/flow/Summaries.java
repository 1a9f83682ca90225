package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.suite.code.IdentityMemo;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The summaries of a suite's functions, each found when it is first asked for, and once.
 * FollowedCalls are followed to a depth; what goes further, or in a circle, is unread. Safe for
 * several threads.
 */
public final class Summaries {
  /** FollowedCalls within calls. Whoever nests deeper is not followed. */
  private static final int DEPTH = 24;

  private final Resolver resolver;
  private final Map<FunctionKey, Summary> known = new ConcurrentHashMap<>();
  private final Map<SourceFile, Summary> modules = new ConcurrentHashMap<>();
  private final IdentityMemo<Content> values = new IdentityMemo<>();
  private final ModuleValues moduleValues;

  /** What imports do, found without looking at what other imports do: these go in circles. */
  private final Optional<Summaries> imports;

  /** Of the functions that {@code resolver} finds. */
  public Summaries(Resolver resolver) {
    this(resolver, Optional.of(new Summaries(resolver, Optional.empty())));
  }

  private Summaries(Resolver resolver, Optional<Summaries> imports) {
    this.resolver = resolver;
    this.imports = imports;
    this.moduleValues = new ModuleValues(resolver);
  }

  /** What the import of a file does. */
  private Summary module(SourceFile file) {
    Summary before = modules.get(file);
    if (before != null) {
      return before;
    }
    Summary found = new FunctionReading(query(), file).summary();
    modules.put(file, found);
    return found;
  }

  /** A function, by identity: the equality of nodes compares whole subtrees. */
  private record FunctionKey(FunctionDef function, Optional<ClassRef> owner) {
    @SuppressWarnings("ReferenceEquality")
    @Override
    public boolean equals(Object other) {
      return other instanceof FunctionKey that
          && that.function == function
          && that.owner.equals(owner);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(function);
    }
  }

  /** One question, with all the calls that are followed for it. */
  public Query query() {
    return new Query();
  }

  /**
   * What was found of a function in a circle of calls.
   *
   * @param restsOn the outermost function of the circle, which was not finished; empty for itself
   */
  private record Cut(Summary summary, Optional<FunctionDef> restsOn) {}

  /** What was found for one question. Circles make its answers depend on where it began. */
  public final class Query {
    private final IdentityHashMap<FunctionDef, Integer> open = new IdentityHashMap<>();
    private final List<FunctionDef> path = new ArrayList<>();
    private final Map<FunctionKey, Cut> here = new HashMap<>();
    private final List<Node> bindings = new ArrayList<>();

    /** The outermost function that what is found rests on and that is not finished. */
    private int lowest = Integer.MAX_VALUE;

    /** Follows names in the files of the suite. */
    public Resolver resolver() {
      return resolver;
    }

    /** What calling a function comes to; of a method, for objects of the class it stands in. */
    public Summary of(SourceFile file, FunctionDef function) {
      return of(file, function, Owners.of(file, function));
    }

    /**
     * What calling a function comes to.
     *
     * @param owner the class of the object whose method it is, if that is known
     */
    public Summary of(SourceFile file, FunctionDef function, Optional<ClassRef> owner) {
      FunctionKey key = new FunctionKey(function, owner);
      Optional<Summary> before = Optional.ofNullable(known.get(key)).or(() -> cut(key));
      if (before.isPresent()) {
        return before.orElseThrow();
      }
      Optional<Integer> around = Optional.ofNullable(open.get(function));
      if (around.isPresent() || open.size() == DEPTH) {
        lowest = Math.min(lowest, around.orElse(0));
        return Summary.unread("`" + function.name().id() + "` calls on and on");
      }
      int level = open.size();
      int outer = lowest;
      lowest = Integer.MAX_VALUE;
      open.put(function, level);
      path.add(function);
      Summary found = new FunctionReading(this, file, function, owner).summary();
      path.remove(level);
      open.remove(function);
      if (lowest == Integer.MAX_VALUE) {
        known.put(key, found);
      } else {
        here.put(
            key, new Cut(found, lowest < level ? Optional.of(path.get(lowest)) : Optional.empty()));
      }
      // A circle that ends here is nobody else's matter.
      lowest = lowest < level ? Math.min(outer, lowest) : outer;
      return found;
    }

    /** What the import of a file does; nothing while imports are gone through themselves. */
    public Summary ofModule(SourceFile file) {
      return imports.map(it -> it.module(file)).orElse(Summary.NOTHING);
    }

    /**
     * What a function does from its beginning to its end, behind its last {@code yield} as well.
     */
    public Summary whole(SourceFile file, FunctionDef function, Optional<ClassRef> owner) {
      return new FunctionReading(this, file, function, owner).toTheEnd();
    }

    /** The same of one whose parameters are objects of classes of the project. */
    public Summary whole(
        SourceFile file,
        FunctionDef function,
        Optional<ClassRef> owner,
        Map<String, Content> objects) {
      return new FunctionReading(this, file, function, owner).knowing(objects).toTheEnd();
    }

    /** What was found of a member of a circle, while the function that it rests on is open. */
    private Optional<Summary> cut(FunctionKey function) {
      Cut cut = here.get(function);
      if (cut == null) {
        return Optional.empty();
      }
      Optional<Integer> level = cut.restsOn().map(open::get);
      if (cut.restsOn().isPresent() && level.isEmpty()) {
        here.remove(function);
        return Optional.empty();
      }
      // Who asks rests on that function as well.
      lowest = Math.min(lowest, level.orElse(Integer.MAX_VALUE));
      return Optional.of(cut.summary());
    }

    /** A value together with what the variables of modules in it were bound to by imports. */
    public Content bound(Content value) {
      Content all = value;
      Set<Part> seen = new HashSet<>();
      for (boolean more = true; more; ) {
        more = false;
        for (Part part : all.parts()) {
          if (part instanceof Part.Shared shared && seen.size() < DEPTH && seen.add(part)) {
            all = all.and(moduleValues.of(this, shared));
            more = true;
          }
        }
      }
      return all;
    }

    /** What is found of a binding, unless that is being found already. */
    Content once(Node binding, Supplier<Content> finding) {
      if (bindings.size() == DEPTH || bindings.stream().anyMatch(it -> SameNode.is(it, binding))) {
        return Content.unread("a variable leads to itself");
      }
      bindings.add(binding);
      try {
        return values.of(binding, finding);
      } finally {
        bindings.remove(bindings.size() - 1);
      }
    }
  }
}
