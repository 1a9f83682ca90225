package freemarker.desktop;

/** Stands for {@code java.beans.IndexedPropertyDescriptor}; see {@link IntrospectionException}. */
public final class IndexedPropertyDescriptor extends PropertyDescriptor {
  private IndexedPropertyDescriptor() {}
}
