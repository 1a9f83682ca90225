package freemarker.desktop;

/**
 * Stands for {@code java.beans.PropertyDescriptor}, which FreeMarker's methods take; see {@link
 * IntrospectionException}.
 */
public abstract sealed class PropertyDescriptor permits IndexedPropertyDescriptor {}
