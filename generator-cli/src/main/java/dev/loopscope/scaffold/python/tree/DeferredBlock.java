package dev.loopscope.scaffold.python.tree;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a body that are read when somebody first looks at them, and once. Of most
 * functions only the header is ever asked for. Unmodifiable; safe for use by several threads.
 */
public final class DeferredBlock extends AbstractList<Statement> implements RandomAccess {
  private volatile @Nullable Supplier<List<Statement>> reading;
  private volatile @Nullable List<Statement> read;

  /** A body that {@code reading} gives; it must give at least one statement, and is asked once. */
  public DeferredBlock(Supplier<List<Statement>> reading) {
    this.reading = reading;
  }

  @Override
  public Statement get(int index) {
    return statements().get(index);
  }

  @Override
  public int size() {
    return statements().size();
  }

  private List<Statement> statements() {
    List<Statement> known = read;
    return known == null ? readNow() : known;
  }

  private synchronized List<Statement> readNow() {
    List<Statement> known = read;
    Supplier<List<Statement>> source = reading;
    if (known == null && source != null) {
      known = List.copyOf(source.get());
      read = known;
      reading = null;
    }
    return known == null ? List.of() : known;
  }
}
