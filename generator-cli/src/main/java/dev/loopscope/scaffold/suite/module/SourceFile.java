package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.name.Names;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Python file that was read. A {@link SourceTree} holds one for each path, so files are compared
 * by identity. Safe for use by several threads.
 */
public final class SourceFile {
  private final String path;
  private final SyntaxTree tree;
  private final Map<Class<?>, Map<Node, Object>> known = new ConcurrentHashMap<>();
  private final Map<String, int[]> occurrences = new ConcurrentHashMap<>();
  private volatile @Nullable Names names;
  private volatile @Nullable Set<String> lastWords;
  private volatile @Nullable Set<Imported> imports;

  SourceFile(String path, SyntaxTree tree) {
    this.path = path;
    this.tree = tree;
  }

  /** Relative to the checked directory, with {@code /}. */
  public String path() {
    return path;
  }

  /** What was read. */
  public SyntaxTree tree() {
    return tree;
  }

  /** The text that was read. */
  public SourceText source() {
    return tree.source();
  }

  /** The names bound in this file; found out at the first call. */
  public Names names() {
    Names known = names;
    if (known == null) {
      // Two threads may do the work twice; both results say the same.
      known = new Names(tree);
      names = known;
    }
    return known;
  }

  /**
   * What stands behind the last full stop of each text in the code: {@code run} for {@code
   * "asyncio.run"}, which is how patches name things. Found out at the first call.
   */
  public Set<String> lastWordsOfTexts() {
    Set<String> known = lastWords;
    if (known == null) {
      Set<String> found = new HashSet<>();
      Walk.preOrder(
          tree.module(),
          node -> {
            if (node instanceof StringLiteral text) {
              found.add(text.value().substring(text.value().lastIndexOf('.') + 1));
            }
          });
      known = Collections.unmodifiableSet(found);
      lastWords = known;
    }
    return known;
  }

  /** What import statements anywhere in the file may lead to. Found out at the first call. */
  public Set<Imported> imports() {
    Set<Imported> known = imports;
    if (known == null) {
      known = Imported.in(source().text());
      imports = known;
    }
    return known;
  }

  /**
   * What {@code finding} says of a node of this file, found out at the first call and kept. Two
   * threads may find it out twice.
   */
  public <T> T known(Node node, Class<T> type, Supplier<T> finding) {
    // Told apart by identity: the equality of nodes compares whole subtrees.
    Map<Node, Object> ofType =
        known.computeIfAbsent(type, unused -> Collections.synchronizedMap(new IdentityHashMap<>()));
    Object there = ofType.get(node);
    if (there != null) {
      return type.cast(there);
    }
    T found = finding.get();
    ofType.put(node, found);
    return found;
  }

  /**
   * Whether a text stands anywhere in a node of this file, be it in a comment. The file is looked
   * through once for each text.
   */
  public boolean mayHold(Node node, String text) {
    int[] starts = occurrences.computeIfAbsent(text, this::occurrences);
    int found = Arrays.binarySearch(starts, node.start());
    int next = found >= 0 ? found : -found - 1;
    return next < starts.length && starts[next] + text.length() <= node.end();
  }

  private int[] occurrences(String text) {
    String all = source().text();
    IntStream.Builder starts = IntStream.builder();
    for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + text.length())) {
      starts.add(at);
    }
    return starts.build().toArray();
  }

  /** Where a node of this file stands. */
  public Location location(Node node) {
    return new Location(path, source(), node.start(), node.end());
  }

  /** The characters of a node of this file. */
  public String text(Node node) {
    return source().text().substring(node.start(), node.end());
  }

  /** Whether the file's name is {@code __init__.py}: it stands for its directory. */
  public boolean isPackage() {
    return path.equals("__init__.py") || path.endsWith("/__init__.py");
  }

  /** The path of the directory that holds the file; empty for the checked directory itself. */
  public String directory() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  @Override
  public String toString() {
    return path;
  }
}
