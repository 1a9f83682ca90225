package dev.loopscope.scaffold.cli.plan;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.WriteFailedException;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.text.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan in the JSON of the command that made it, for {@code scaffold apply}:
 *
 * <pre>{@code
 * read     objects of path and sha256: files that the plan was concluded from and does not change
 * changes  objects of change ("create", "replace", "delete" or "move") and path; all but create have
 *          before, the SHA-256 of the bytes that have to be there, and move has from; all but delete
 *          have the bytes that come: text if they are UTF-8, or else base64
 * }</pre>
 *
 * A file that is replaced or moved keeps its mode.
 */
public final class PlanJson {
  private final ChangePlan plan;
  private final SortedMap<String, FileText> read;

  /**
   * Of a plan.
   *
   * @param read files that it was concluded from, by their paths
   */
  public PlanJson(ChangePlan plan, Map<String, FileText> read) {
    this.plan = plan;
    this.read = new TreeMap<>(read);
  }

  /**
   * Writes the two members.
   *
   * @throws WriteFailedException if a file's encoding has no bytes for its new text
   */
  public void write(JsonWriter json) {
    for (Change change : plan.changes()) {
      read.remove(change instanceof Change.Move move ? move.from() : change.path());
    }
    json.key("read").open("[");
    read.forEach(
        (path, file) -> {
          json.open("{").key("path").string(path);
          json.key("sha256").string(Digest.of(bytes(path, file))).close("}");
        });
    json.close("]").key("changes").open("[");
    plan.changes().forEach(it -> write(it, json));
    json.close("]");
  }

  /** A member {@code refusal}, of what, where and next: what stands in it cannot be carried out. */
  public static void refusal(Refusal it, JsonWriter json) {
    json.key("refusal").open("{").key("what").string(it.what()).key("where").string(it.where());
    json.key("next").string(it.next()).close("}");
  }

  private static void write(Change change, JsonWriter json) {
    json.open("{");
    if (change instanceof Change.Create create) {
      json.key("change").string("create").key("path").string(create.path());
      content(create.utf8(), json);
    } else if (change instanceof Change.Replace replace) {
      json.key("change").string("replace").key("path").string(replace.path());
      before(change, replace.before(), json);
      content(bytes(change.path(), replace.after()), json);
    } else if (change instanceof Change.Delete delete) {
      json.key("change").string("delete").key("path").string(delete.path());
      before(change, delete.before(), json);
    } else if (change instanceof Change.Move move) {
      json.key("change").string("move").key("from").string(move.from());
      json.key("path").string(move.path());
      before(change, move.before(), json);
      content(bytes(change.path(), move.after()), json);
    }
    json.close("}");
  }

  private static void before(Change change, FileText before, JsonWriter json) {
    json.key("before").string(Digest.of(bytes(change.path(), before)));
  }

  private static void content(byte[] bytes, JsonWriter json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      json.key("text").string(text);
    } catch (CharacterCodingException e) {
      json.key("base64").string(Base64.getEncoder().encodeToString(bytes));
    }
  }

  private static byte[] bytes(String path, FileText text) {
    try {
      return text.encoded();
    } catch (CharacterCodingException e) {
      throw new WriteFailedException(
          new Refusal(
              "the file's encoding, "
                  + text.charset().name()
                  + ", has no bytes for its new text; nothing was written",
              path,
              "give the file an encoding that can, such as UTF-8"),
          e);
    }
  }
}
