package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.FileReading.Unread;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TraceFile;
import dev.loopscope.scaffold.trace.TracedSession;
import dev.loopscope.scaffold.trace.UnreadableTraceException;
import dev.loopscope.scaffold.witness.TracedPaths;
import dev.loopscope.scaffold.witness.Witness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The record of a run that findings are held against. It is one of the files that are checked, byte
 * for byte: what they hold is compared, and not when they were written, because a trace is also
 * made in one clone and read in another.
 *
 * @param typed as it was typed
 * @param trace what was recorded
 */
record RecordedRun(String typed, Trace trace) {
  /** Never with the name that was typed: what is there may be no trace, and anybody's. */
  private static final String AGAIN = "name what `scaffold trace --json > trace.json` writes";

  /**
   * Reads it.
   *
   * @param workingDirectory what {@code typed} is relative to
   * @throws RefusalException if it is no path
   * @throws TargetRefusedException if it cannot be read, or is no trace
   */
  static RecordedRun read(String typed, Path workingDirectory) {
    Path path =
        PathText.resolve(workingDirectory.toAbsolutePath(), typed)
            .orElseThrow(
                () ->
                    new RefusalException(
                        new Refusal(
                            "the trace's name cannot be a path here",
                            typed,
                            PathText.advice("name a file"))));
    FileReading reading = Snapshot.of(List.of(path)).read(path);
    if (reading instanceof Unread unread) {
      throw refused("the trace cannot be read: it " + unread.reason(), typed);
    }
    SnapshotFile file = ((FileReading.Read) reading).file();
    try {
      return new RecordedRun(
          typed, TraceFile.read(new String(file.bytes(), StandardCharsets.UTF_8)));
    } catch (UnreadableTraceException e) {
      throw refused("the trace " + e.getMessage(), typed);
    }
  }

  private static TargetRefusedException refused(String what, String where) {
    return new TargetRefusedException(new Refusal(what, where, AGAIN));
  }

  /**
   * What it says of an outcome.
   *
   * @throws TargetRefusedException if it is of other files, or of an older state of these
   */
  Outcome told(
      Outcome outcome, CheckTargets targets, List<SuiteModel> models, CheckSettings settings) {
    TracedPaths paths = paths(targets, models);
    requireSame(targets, paths);
    return outcome.with(
        new Witness(trace, paths, models)
            .of(
                outcome,
                typed,
                it ->
                    !settings.excludes(it.path())
                        && (it.rule().isEmpty() || settings.rules().wants(it.rule()))));
  }

  /** Where the files of the trace lie: where they lay, or below the root of a suite. */
  private TracedPaths paths(CheckTargets targets, List<SuiteModel> models) {
    if (trace.files().isEmpty()) {
      throw refused(
          "the trace names no file of the project, so nothing tells what it is of", typed);
    }
    List<String> roots = new ArrayList<>();
    trace.sessions().stream()
        .findFirst()
        .map(TracedSession::root)
        .flatMap(it -> PathText.resolve(targets.base(), it))
        .ifPresent(it -> roots.add(targets.files().name(it)));
    models.forEach(it -> roots.add(it.config().rootDirectory()));
    return roots.stream()
        .distinct()
        .map(TracedPaths::new)
        .max(Comparator.comparingLong(it -> found(targets, it)))
        .filter(it -> found(targets, it) > 0 && isRead(it, models))
        .orElseThrow(
            () ->
                refused(
                    "the trace is of other files: what is checked has none of the "
                        + trace.files().size()
                        + " that it names",
                    typed));
  }

  private long found(CheckTargets targets, TracedPaths paths) {
    return trace.files().keySet().stream().filter(it -> targets.exists(paths.of(it))).count();
  }

  /** Whether a file of it is one of those that were judged, or configures them. */
  private boolean isRead(TracedPaths paths, List<SuiteModel> models) {
    Set<String> read = new HashSet<>();
    for (SuiteModel model : models) {
      model.files().forEach(it -> read.add(it.path()));
      model.config().file().ifPresent(it -> read.add(it.path()));
    }
    return trace.files().keySet().stream().map(paths::of).anyMatch(read::contains);
  }

  private void requireSame(CheckTargets targets, TracedPaths paths) {
    List<String> other =
        trace.files().entrySet().stream()
            .filter(
                it -> !digest(targets, paths.of(it.getKey())).equals(Optional.of(it.getValue())))
            .map(it -> paths.of(it.getKey()))
            .toList();
    if (!other.isEmpty()) {
      String more = other.size() == 1 ? "" : ", and " + (other.size() - 1) + " more";
      throw refused(
          "`" + other.get(0) + "` is not what it was when it was traced" + more, other.get(0));
    }
  }

  private static Optional<String> digest(CheckTargets targets, String path) {
    return PathText.resolve(targets.base(), path)
        .flatMap(it -> targets.files().snapshot().read(it).toOptional())
        .map(it -> HexFormat.of().formatHex(sha256().digest(it.bytes())));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
