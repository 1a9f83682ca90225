package dev.loopscope.scaffold.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this product, and so of its templates. */
public final class ScaffoldVersion {
  private ScaffoldVersion() {}

  /**
   * The version that the build wrote beside this class. Not from the manifest: that one exists only
   * in a jar, and reading it verifies the whole jar's index.
   */
  public static String current() {
    try (InputStream text = ScaffoldVersion.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new IllegalStateException("version.txt is missing from the build");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
