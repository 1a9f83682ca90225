package dev.loopscope.scaffold.map.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What is put into everything that is drawn, from the files beside this class. */
enum DrawingFile {
  COLOURS("colours.css"),
  SHAPES("shapes.css"),
  PAGE("page.css"),
  SCRIPT("map.js");

  private final String file;

  DrawingFile(String file) {
    this.file = file;
  }

  /** Its text. */
  String text() {
    try (InputStream stream = DrawingFile.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing from the build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
