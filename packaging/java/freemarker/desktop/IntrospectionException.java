package freemarker.desktop;

/**
 * Stands for {@code java.beans.IntrospectionException}, which FreeMarker names where it catches
 * one, so that an image needs no {@code java.desktop}. Nothing that scaffold does makes FreeMarker
 * look for beans, so nothing ever throws it.
 */
public final class IntrospectionException extends Exception {
  private static final long serialVersionUID = 1;
}
