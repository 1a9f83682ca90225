package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.FileReading.Unread;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TraceFile;
import dev.loopscope.scaffold.trace.TraceReader;
import dev.loopscope.scaffold.trace.UnreadableTraceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The record of a run: what {@code scaffold trace --json} has printed, or the lines that the plugin
 * wrote.
 *
 * @param typed as it was typed
 * @param trace what was recorded
 */
record RecordedFile(String typed, Trace trace) {
  /**
   * Reads it.
   *
   * @param workingDirectory absolute; what {@code typed} is relative to
   * @throws TargetRefusedException if it cannot be read, or is no record
   */
  static RecordedFile read(String typed, Path workingDirectory) {
    Path path =
        PathText.resolve(workingDirectory, typed)
            .orElseThrow(() -> refused("cannot be a path here", typed));
    FileReading reading = Snapshot.of(List.of(path)).read(path);
    if (reading instanceof Unread unread) {
      throw refused("cannot be read: it " + unread.reason(), typed);
    }
    byte[] bytes = ((FileReading.Read) reading).file().bytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    Trace lines = TraceReader.read(text.lines().toList());
    if (!lines.sessions().isEmpty()) {
      return new RecordedFile(typed, lines);
    }
    try {
      return new RecordedFile(typed, TraceFile.read(text));
    } catch (UnreadableTraceException e) {
      throw refused(String.valueOf(e.getMessage()), typed);
    }
  }

  private static TargetRefusedException refused(String why, String typed) {
    return new TargetRefusedException(
        new Refusal(
            "the trace " + why, typed, "name what `scaffold trace --json > trace.json` writes"));
  }
}
