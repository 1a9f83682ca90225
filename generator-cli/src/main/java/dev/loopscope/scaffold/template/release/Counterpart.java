package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.template.RenderedFile;
import java.util.Optional;

/**
 * A file as a suite was written with it, and as it would be written today: of one template, or of
 * the one that is in its place. One of the two is there at least.
 *
 * @param before as it was; absent if no template made it then
 * @param today as it would be; absent if no template makes it any more
 */
public record Counterpart(Optional<RenderedFile> before, Optional<RenderedFile> today) {
  /** Where it stands today, or stood. */
  public String path() {
    return today.or(() -> before).orElseThrow().path();
  }
}
