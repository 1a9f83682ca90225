package dev.loopscope.scaffold.suite.resource.value;

import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;

/**
 * Something that is bound to a loop: what one place of the code makes. Two are equal if they are
 * made at the same place.
 *
 * @param name the qualified name of what makes it, such as {@code asyncio.open_connection}
 * @param kind what it is
 * @param onAnotherLoop what becomes of it on another loop
 * @param lazy whether it is bound when it is first used or waited for, not when it is made
 * @param file the file of the place
 * @param place the call or the block that makes it
 */
public record Thing(
    String name,
    Kind kind,
    OnAnotherLoop onAnotherLoop,
    boolean lazy,
    SourceFile file,
    Node place) {
  /** What is to be asked of a thing that nobody holds. */
  public enum Kind {
    /** It is used by those who hold it. */
    OBJECT,
    /** It runs on its loop by itself: a task. */
    TASK,
    /** It answers on its loop: a server. */
    SERVER,
    /** Its library holds it, and every use of the library uses it. */
    REGISTERED
  }

  /** The same, made by whoever first asks for it. */
  public Thing boundLater() {
    return new Thing(name, kind, onAnotherLoop, true, file, place);
  }

  /** Whether it works on its loop though nobody holds it. */
  public boolean runs() {
    return kind == Kind.TASK || kind == Kind.SERVER;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Thing that && SameNode.is(that.place, place) && that.name.equals(name);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(place);
  }

  @Override
  public String toString() {
    return name + " at " + file.path() + ":" + file.location(place).line();
  }
}
