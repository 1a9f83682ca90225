package dev.loopscope.scaffold.python;

import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.source.Position;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Clause.Alias;
import dev.loopscope.scaffold.python.tree.Clause.Case;
import dev.loopscope.scaffold.python.tree.Clause.DictEntry;
import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.FormattedText.JoinedStr;
import dev.loopscope.scaffold.python.tree.Literal.BytesLiteral;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Our nodes in the lines of cpython_oracle.py: every component of every record, in order. */
final class NodeLines {
  private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

  private final SourceText source;
  private final int minor;
  private final List<String> lines = new ArrayList<>();

  private NodeLines(SourceText source, int minor) {
    this.source = source;
    this.minor = minor;
  }

  /** With the positions that Python 3.{@code minor} knows. */
  static List<String> of(SyntaxTree tree, int minor) {
    NodeLines all = new NodeLines(tree.source(), minor);
    tree.module().body().forEach(statement -> all.add(statement, 0, false));
    return all.lines;
  }

  private void add(Node node, int depth, boolean hidden) {
    StringBuilder line = new StringBuilder("N ").append(depth).append(' ');
    line.append(node.getClass().getSimpleName()).append(' ');
    line.append(hidden || isUnplaced(node) ? "-" : place(node));
    List<Node> children = new ArrayList<>();
    RecordComponent[] components =
        COMPONENTS.computeIfAbsent(node.getClass(), Class::getRecordComponents);
    // The first two are the start and the end.
    for (int at = 2; at < components.length; at++) {
      line.append(' ').append(word(node, components[at], children));
    }
    lines.add(line.toString());
    // Before 3.12, positions inside f-strings were not those of the source.
    boolean hiddenBelow = hidden || (minor < 12 && node instanceof JoinedStr);
    children.forEach(child -> add(child, depth + 1, hiddenBelow));
  }

  /** Nodes that have no position in {@code ast}. */
  private boolean isUnplaced(Node node) {
    return node instanceof ForClause
        || node instanceof DictEntry
        || node instanceof WithItem
        || node instanceof Case
        || (node instanceof Alias && minor < 10);
  }

  private String place(Node node) {
    Position start = source.position(node.start());
    Position end = source.position(node.end());
    return start.line() + ":" + start.utf8Bytes() + "-" + end.line() + ":" + end.utf8Bytes();
  }

  private static String word(Node node, RecordComponent component, List<Node> children) {
    Object value = value(node, component);
    boolean isDefinition = node instanceof FunctionDef || node instanceof ClassDef;
    if (isDefinition && value instanceof Name name) {
      return name.id();
    }
    if (value instanceof String text) {
      return text(node, text);
    }
    if (value instanceof List<?> list) {
      return list(list, component, children);
    }
    return single(value, children);
  }

  private static String single(Object value, List<Node> children) {
    if (value instanceof Optional<?> optional) {
      return optional.map(it -> single(it, children)).orElse("-");
    }
    if (value instanceof Node child) {
      children.add(child);
      return "*";
    }
    return value.toString();
  }

  private static String list(List<?> list, RecordComponent component, List<Node> children) {
    String type = component.getGenericType().getTypeName();
    if (type.endsWith("<java.lang.String>") || type.endsWith("Operator>")) {
      return list.isEmpty()
          ? "-"
          : list.stream().map(Object::toString).collect(Collectors.joining(","));
    }
    list.forEach(child -> children.add((Node) child));
    return "[" + list.size() + "]";
  }

  private static String text(Node node, String text) {
    if (node instanceof StringLiteral || node instanceof BytesLiteral) {
      return checksum(text);
    }
    return node instanceof NumberLiteral ? numberType(text) : text;
  }

  private static String numberType(String text) {
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    if (!hexadecimal && (text.endsWith("j") || text.endsWith("J"))) {
      return "complex";
    }
    return !hexadecimal && text.matches(".*[.eE].*") ? "float" : "int";
  }

  private static String checksum(String text) {
    byte[] bytes = new byte[text.length() * 2];
    for (int at = 0; at < text.length(); at++) {
      bytes[2 * at] = (byte) text.charAt(at);
      bytes[2 * at + 1] = (byte) (text.charAt(at) >> 8);
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return text.length() + ":" + checksum.getValue();
  }

  private static Object value(Node node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
