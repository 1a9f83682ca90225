package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The body of a module, class or function, as far as names go. Looked into when it is asked. */
public final class NameScope {
  /** What a scope is the body of. */
  public enum Kind {
    MODULE,
    CLASS,
    FUNCTION
  }

  /** Behind everything: when all of the scope has run. */
  public static final int END = Integer.MAX_VALUE;

  private final SyntaxTree tree;
  private final Kind kind;
  private final Optional<CompoundStatement> definition;
  private final Optional<NameScope> outer;
  private final int from;
  private final int to;
  private volatile @Nullable Contents contents;

  NameScope(
      SyntaxTree tree,
      Kind kind,
      Optional<CompoundStatement> definition,
      Optional<NameScope> outer,
      int from,
      int to) {
    this.tree = tree;
    this.kind = kind;
    this.definition = definition;
    this.outer = outer;
    this.from = from;
    this.to = to;
  }

  SyntaxTree tree() {
    return tree;
  }

  /** What it is the body of. */
  public Kind kind() {
    return kind;
  }

  /** The function or class; empty for a module. */
  Optional<CompoundStatement> definition() {
    return definition;
  }

  /** The scope around it; empty for a module. */
  public Optional<NameScope> outer() {
    return outer;
  }

  /** The offset behind the header. */
  int from() {
    return from;
  }

  /** The offset behind it. */
  int to() {
    return to;
  }

  /** Whether the scope says that a name is the module's. */
  public boolean declaresGlobal(String name) {
    return contents().globals.contains(name);
  }

  /** Whether the scope says that a name is one of the function around it. */
  public boolean declaresNonlocal(String name) {
    return contents().nonlocals.contains(name);
  }

  /** The star imports, in the order of the text. */
  public List<PlacedBinding> stars() {
    return Collections.unmodifiableList(contents().stars);
  }

  /** What the statements bind; found out at the first call. */
  Contents contents() {
    Contents known = contents;
    if (known == null) {
      synchronized (this) {
        known = contents;
        if (known == null) {
          known = new BindingCollector(this).collect();
          contents = known;
        }
      }
    }
    return known;
  }

  /** The innermost scope at an offset. */
  public NameScope innermost(int offset) {
    NameScope scope = this;
    Optional<NameScope> next = scope.childAt(offset);
    while (next.isPresent()) {
      scope = next.orElseThrow();
      next = scope.childAt(offset);
    }
    return scope;
  }

  private Optional<NameScope> childAt(int offset) {
    List<NameScope> children = contents().children;
    int low = 0;
    int high = children.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      NameScope child = children.get(middle);
      if (offset < child.from) {
        high = middle - 1;
      } else if (offset >= child.to) {
        low = middle + 1;
      } else {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The scope of a class that is defined in this one. */
  @SuppressWarnings("ReferenceEquality")
  Optional<NameScope> child(ClassDef type) {
    // The statement itself is meant, not one that looks the same.
    Predicate<NameScope> ofType = child -> child.definition.filter(it -> it == type).isPresent();
    Optional<NameScope> there =
        type.body().isEmpty() ? Optional.empty() : childAt(type.body().get(0).start());
    return there.filter(ofType).or(() -> contents().children.stream().filter(ofType).findFirst());
  }

  /** Whether a lambda or comprehension around the offset has a variable of this name. */
  public boolean shadows(String name, int offset) {
    // Of nested ones, those inside end where the outermost does, or before.
    Map.Entry<Integer, Integer> last =
        contents().shadows.getOrDefault(name, new TreeMap<>()).floorEntry(offset);
    return last != null && offset < last.getValue();
  }

  /** Every binding of a name, in the order of the text. */
  public List<PlacedBinding> all(String name) {
    return contents().bindings.getOrDefault(name, List.of());
  }

  /**
   * The bindings one of which a name has at an offset: the last one that was made for sure, and
   * those behind it that may have been made. If none is before the offset, all there are.
   *
   * @param exports whether the module of a star import has the name; asked as rarely as possible
   */
  public List<PlacedBinding> candidates(String name, int offset, Predicate<PlacedBinding> exports) {
    List<PlacedBinding> all = all(name);
    List<PlacedBinding> found = reaching(name, all, offset);
    int known = found.isEmpty() || !found.get(0).dominates(offset) ? -1 : found.get(0).from();
    List<PlacedBinding> starred = new ArrayList<>();
    for (PlacedBinding star : contents().stars) {
      if (star.from() > known && star.reaches(offset) && exports.test(star)) {
        starred.add(named(star, name));
      }
    }
    if (starred.isEmpty()) {
      return found.isEmpty() && kind != Kind.CLASS ? all : found;
    }
    List<PlacedBinding> merged = new ArrayList<>(found);
    merged.addAll(starred);
    merged.sort((a, b) -> Integer.compare(a.from(), b.from()));
    return fromLastCertain(merged, offset);
  }

  /**
   * The last binding made for sure, and those that may have been made behind it. A name may be
   * bound often, so no more of them are looked at than these and those of loops.
   */
  private List<PlacedBinding> reaching(String name, List<PlacedBinding> all, int offset) {
    int behind = firstBehind(all, offset);
    Deque<PlacedBinding> found = new ArrayDeque<>();
    for (int at = behind - 1; at >= 0; at--) {
      PlacedBinding binding = all.get(at);
      if (binding.reaches(offset)) {
        found.addFirst(binding);
        if (binding.dominates(offset)) {
          break;
        }
      }
    }
    int end = contents().behindLoops.getOrDefault(name, 0);
    for (int at = behind; at < end; at++) {
      if (all.get(at).reaches(offset)) {
        found.addLast(all.get(at));
      }
    }
    return List.copyOf(found);
  }

  /** The index of the first binding that is made behind an offset. */
  private static int firstBehind(List<PlacedBinding> all, int offset) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).from() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static PlacedBinding named(PlacedBinding star, String name) {
    Binding.ImportedName all = (Binding.ImportedName) star.binding();
    return new PlacedBinding(
        new Binding.ImportedName(all.module(), all.level(), name), star.from(), star.block());
  }

  private static List<PlacedBinding> fromLastCertain(List<PlacedBinding> bindings, int offset) {
    for (int at = bindings.size() - 1; at > 0; at--) {
      if (bindings.get(at).dominates(offset)) {
        return bindings.subList(at, bindings.size());
      }
    }
    return bindings;
  }

  /** What the statements of a scope bind; filled by {@link BindingCollector}, read-only after. */
  static final class Contents {
    final Map<String, List<PlacedBinding>> bindings = new LinkedHashMap<>();

    /** By name, the index behind the last of its bindings that stands in a loop, if one does. */
    final Map<String, Integer> behindLoops = new HashMap<>();

    final List<PlacedBinding> stars = new ArrayList<>();
    final List<NameScope> children = new ArrayList<>();

    /**
     * By name, the parts of the text in which a variable of a lambda or a comprehension hides it:
     * from where to where. None overlaps another.
     */
    final Map<String, TreeMap<Integer, Integer>> shadows = new HashMap<>();

    final Set<String> globals = new LinkedHashSet<>();
    final Set<String> nonlocals = new LinkedHashSet<>();
    private Set<String> bound = Set.of();

    /** Notes that a variable hides a name from start to end. */
    void hide(String name, int start, int end) {
      TreeMap<Integer, Integer> parts = shadows.computeIfAbsent(name, unused -> new TreeMap<>());
      int from = start;
      int to = end;
      Map.Entry<Integer, Integer> other = parts.floorEntry(to);
      while (other != null && other.getValue() >= from) {
        from = Math.min(from, other.getKey());
        to = Math.max(to, other.getValue());
        parts.remove(other.getKey());
        other = parts.floorEntry(to);
      }
      parts.put(from, to);
    }

    void bind(String name, PlacedBinding binding) {
      bindings.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(binding);
    }

    /** The names that the code binds, but for code that never runs. */
    Set<String> bound() {
      return bound;
    }

    private Set<String> running() {
      Set<String> running = new LinkedHashSet<>();
      bindings.forEach(
          (name, all) -> {
            if (all.stream().anyMatch(it -> !it.block().isIn(Block.Kind.NEVER))) {
              running.add(name);
            }
          });
      return running.size() == bindings.size() ? bindings.keySet() : running;
    }

    /** Puts everything into the order of the text. */
    void sort() {
      bound = Collections.unmodifiableSet(running());
      Comparator<PlacedBinding> byPlace = Comparator.comparingInt(PlacedBinding::from);
      bindings.forEach(
          (name, all) -> {
            all.sort(byPlace);
            for (int at = 0; at < all.size(); at++) {
              if (all.get(at).block().isIn(Block.Kind.LOOP)) {
                behindLoops.put(name, at + 1);
              }
            }
          });
      stars.sort(byPlace);
      children.sort(Comparator.comparingInt(NameScope::from));
    }
  }
}
