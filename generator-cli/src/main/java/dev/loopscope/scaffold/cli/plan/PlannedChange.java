package dev.loopscope.scaffold.cli.plan;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.FileText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change as a plan's JSON has it: legal in itself, whatever is on the disk.
 *
 * @param from where the file is now; its path, but for one that moves
 * @param path where it is then
 * @param before the digest of what it holds now; empty for one that is made
 * @param after what it holds then; empty for one that goes
 */
record PlannedChange(
    Kind kind, String from, String path, Optional<String> before, Optional<FileText> after) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  enum Kind {
    CREATE,
    REPLACE,
    DELETE,
    MOVE
  }

  static PlannedChange read(PlanMembers change) {
    Kind kind = kind(change);
    String path = change.text("path");
    PlannedPath.requireNone(
        appears(kind) ? PlannedPath.faultOfNew(path) : PlannedPath.fault(path), path, change);
    String from = kind == Kind.MOVE ? change.text("from") : path;
    PlannedPath.requireNone(PlannedPath.fault(from), from, change);
    Optional<String> before =
        kind == Kind.CREATE ? Optional.empty() : Optional.of(digest(change, "before"));
    Optional<FileText> after =
        kind == Kind.DELETE ? Optional.empty() : Optional.of(FileText.of(content(change)));
    boolean text = after.isEmpty() || after.get().charset().equals(StandardCharsets.UTF_8);
    if (kind == Kind.CREATE && !text) {
      throw change.refused("a new file is not in UTF-8");
    }
    return new PlannedChange(kind, from, path, before, after);
  }

  private static Kind kind(PlanMembers change) {
    String word = change.text("change");
    return Arrays.stream(Kind.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> change.refused("`" + word + "` is no change that a plan can have"));
  }

  private static boolean appears(Kind kind) {
    return kind == Kind.CREATE || kind == Kind.MOVE;
  }

  /** Whether a file comes to be where none is. */
  boolean appears() {
    return appears(kind);
  }

  static String digest(PlanMembers file, String key) {
    String digest = file.text(key);
    if (!DIGEST.matcher(digest).matches()) {
      throw file.refused("`" + key + "` is no SHA-256");
    }
    return digest;
  }

  private static byte[] content(PlanMembers change) {
    Optional<String> text = change.optionalText("text");
    Optional<String> base64 = change.optionalText("base64");
    if (text.isPresent() == base64.isPresent()) {
      throw change.refused("there has to be one of `text` and `base64`");
    }
    try {
      return text.isPresent()
          ? encoded(text.get())
          : Base64.getDecoder().decode(base64.orElseThrow());
    } catch (CharacterCodingException e) {
      throw change.refused("`text` holds half a character");
    } catch (IllegalArgumentException e) {
      throw change.refused("`base64` is none");
    }
  }

  private static byte[] encoded(String text) throws CharacterCodingException {
    ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    byte[] encoded = new byte[bytes.remaining()];
    bytes.get(encoded);
    return encoded;
  }

  /** The change of a file that holds {@code now}. */
  Change of(Optional<FileText> now) {
    return switch (kind) {
      case CREATE -> new Change.Create(path, created(after.orElseThrow()));
      case REPLACE -> new Change.Replace(path, now.orElseThrow(), after.orElseThrow());
      case DELETE -> new Change.Delete(path, now.orElseThrow());
      case MOVE -> new Change.Move(from, path, now.orElseThrow(), after.orElseThrow());
    };
  }

  private static String created(FileText text) {
    return text.byteOrderMark() ? "\ufeff" + text.text() : text.text();
  }
}
