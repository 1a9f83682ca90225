package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.release.Counterpart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Merges a suite with what its templates make today, file by file: the base of a file is what the
 * templates made of it when the suite was written. What somebody renamed is found under its other
 * name, what they deleted stays deleted, and what the templates moved takes edits along.
 */
public final class SuiteMerge {
  private final SuiteOnDisk files;
  private final List<Counterpart> counterparts;
  private final Renames renames;
  private final GivenNames given;

  private SuiteMerge(SuiteOnDisk files, List<Counterpart> counterparts, Renames renames) {
    this.files = files;
    this.counterparts = counterparts;
    this.renames = renames;
    this.given = given(files, counterparts, renames);
  }

  /**
   * What becomes of each file; those that stay as they are and always were are left out.
   *
   * @param counterparts every file of the templates, then and today
   * @throws dev.loopscope.scaffold.change.TargetRefusedException if something that is no readable
   *     file stands in a file's place
   */
  public static List<MergedFile> of(SuiteOnDisk files, List<Counterpart> counterparts) {
    return new SuiteMerge(files, counterparts, renames(files, counterparts)).merged();
  }

  private static Renames renames(SuiteOnDisk files, List<Counterpart> counterparts) {
    Map<String, String> missing = new LinkedHashMap<>();
    Set<String> present = new HashSet<>();
    for (Counterpart it : counterparts) {
      if (it.before().isPresent()) {
        RenderedFile before = it.before().get();
        if (files.read(before.path()).isPresent()) {
          present.add(before.path());
        } else {
          missing.put(before.path(), before.text());
        }
      }
    }
    if (missing.isEmpty()) {
      return Renames.none();
    }
    Map<String, String> others = new LinkedHashMap<>();
    for (String path : files.paths()) {
      if (!present.contains(path)) {
        files.peek(path).ifPresent(text -> others.put(path, text.text()));
      }
    }
    return Renames.of(missing, others, present);
  }

  private List<MergedFile> merged() {
    List<MergedFile> merged = new ArrayList<>();
    for (Counterpart it : counterparts) {
      one(it).ifPresent(merged::add);
    }
    merged = deleted().withoutThoseThatNeedThem(merged);
    Map<String, String> moved = new LinkedHashMap<>();
    for (MergedFile file : merged) {
      if (file.isMoved() && file.fate() != Fate.BLOCKED) {
        moved.put(file.from().orElseThrow(), file.path());
      }
    }
    UnaryOperator<String> arranged =
        ArrangedClasses.of(counterparts)
            .<UnaryOperator<String>>map(it -> it::rewritten)
            .orElse(UnaryOperator.identity());
    UnaryOperator<String> recorded =
        RecordedOpenings.of(counterparts)
            .<UnaryOperator<String>>map(it -> it::rewritten)
            .orElse(UnaryOperator.identity());
    MovedModules modules = MovedModules.of(moved);
    return following(
        (path, text) ->
            path.endsWith(".py")
                ? recorded.apply(arranged.apply(modules.renamed(path, text)))
                : text,
        merged);
  }

  private static GivenNames given(
      SuiteOnDisk files, List<Counterpart> counterparts, Renames renames) {
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> today = new LinkedHashMap<>();
    for (Counterpart it : counterparts) {
      if (it.before().isPresent()) {
        String was = it.before().get().path();
        Optional<String> is = it.today().map(RenderedFile::path).map(renames::placeIn);
        Optional<String> place = place(files, renames, was, is);
        before.put(was, place.orElse(renames.placeIn(was)));
        is.filter(path -> place.filter(found -> !found.equals(renames.placeIn(was))).isPresent())
            .ifPresent(path -> today.put(path, place.orElseThrow()));
      }
    }
    before.entrySet().removeIf(it -> it.getKey().equals(it.getValue()));
    today.entrySet().removeIf(it -> it.getKey().equals(it.getValue()));
    return GivenNames.of(before, today);
  }

  private DeletedModules deleted() {
    Map<String, String> deleted = new LinkedHashMap<>();
    for (Counterpart it : counterparts) {
      if (it.before().isPresent() && it.today().filter(SuiteMerge::isModule).isPresent()) {
        String before = it.before().get().path();
        String today = it.today().get().path();
        if (place(before, Optional.of(today)).isEmpty()) {
          deleted.put(renames.placeIn(today), before);
        }
      }
    }
    return new DeletedModules(deleted);
  }

  private static boolean isModule(RenderedFile file) {
    return file.path().endsWith(".py");
  }

  private Optional<MergedFile> one(Counterpart it) {
    if (it.before().isEmpty()) {
      return ofNew(it.today().orElseThrow());
    }
    RenderedFile before = it.before().get();
    Optional<String> found = place(before.path(), it.today().map(RenderedFile::path));
    if (it.today().isEmpty()) {
      return found.flatMap(place -> ofGone(before, place));
    }
    RenderedFile today = it.today().get();
    if (found.isPresent()) {
      return ofBoth(before, today, found.get());
    }
    boolean same = today.equals(before);
    return same
        ? Optional.empty()
        : Optional.of(MergedFile.untouched(before.path(), Fate.LEFT_OUT, "it was deleted here"));
  }

  /** Where a file is that was at a path: there, or where somebody put it. */
  private Optional<String> place(String before, Optional<String> today) {
    return place(files, renames, before, today.map(renames::placeIn));
  }

  private static Optional<String> place(
      SuiteOnDisk files, Renames renames, String before, Optional<String> today) {
    if (files.read(before).isPresent()) {
      return Optional.of(before);
    }
    Optional<String> already = today.filter(path -> files.read(path).isPresent());
    return already.isPresent() ? already : renames.place(before);
  }

  private Optional<MergedFile> ofNew(RenderedFile today) {
    String path = renames.placeIn(today.path());
    Optional<FileText> ours = files.read(path);
    String theirs = given.today().renamed(path, ByteText.of(today.text()));
    if (ours.isEmpty()) {
      return Optional.of(
          new MergedFile(
              path,
              Fate.CREATED,
              Optional.empty(),
              Optional.empty(),
              Optional.of(MergedText.of(theirs)),
              ""));
    }
    String own = ByteText.of(ours.get());
    MergedText both = ThreeWay.opposed(own, ByteText.withLineEndsOf(own, theirs));
    return both.isClean()
        ? Optional.empty()
        : Optional.of(
            new MergedFile(
                path,
                Fate.CONFLICTING,
                Optional.of(path),
                ours,
                Optional.of(both),
                "the templates have a new file where one of yours is"));
  }

  private Optional<MergedFile> ofGone(RenderedFile before, String place) {
    FileText ours = files.read(place).orElseThrow();
    String own = ByteText.of(ours);
    boolean unchanged =
        place.equals(before.path())
            && own.equals(ByteText.withLineEndsOf(own, ByteText.of(before.text())));
    return Optional.of(
        unchanged
            ? new MergedFile(
                place, Fate.DELETED, Optional.of(place), Optional.of(ours), Optional.empty(), "")
            : MergedFile.untouched(
                place, Fate.KEPT, "you changed it, and the templates have it no more"));
  }

  private Optional<MergedFile> ofBoth(RenderedFile before, RenderedFile today, String place) {
    FileText ours = files.read(place).orElseThrow();
    String own = ByteText.of(ours);
    String base = ByteText.withLineEndsOf(own, ByteText.of(before.text()));
    String theirs = ByteText.withLineEndsOf(own, ByteText.of(today.text()));
    // With the names that modules have which somebody gave another place, if the file says so too.
    if (given.areUsed(before.path(), base, own)) {
      base = given.before().renamed(before.path(), base);
      theirs = given.today().renamed(renames.placeIn(today.path()), theirs);
    }
    // What somebody gave another place keeps that.
    boolean there = place.equals(renames.placeIn(before.path()));
    String path = there ? renames.placeIn(today.path()) : place;
    if (path.endsWith(".py")) {
      base = RelativeImports.between(renames.placeIn(before.path()), place).rewritten(base);
      theirs = RelativeImports.between(renames.placeIn(today.path()), path).rewritten(theirs);
    }
    MergedText both = merged(path, base, own, theirs);
    if (path.equals(place) && both.isClean() && both.ours().equals(own)) {
      return Optional.empty();
    }
    Fate fate = !both.isClean() ? Fate.CONFLICTING : own.equals(base) ? Fate.CHANGED : Fate.MERGED;
    String reason = both.isClean() ? "" : "you and the templates changed the same lines";
    if (!path.equals(place)) {
      if (files.read(path).isPresent()) {
        return Optional.of(
            MergedFile.untouched(
                path, Fate.BLOCKED, "the templates move " + place + " there, and it is taken"));
      }
      fate = both.isClean() ? Fate.MOVED : fate;
    }
    return Optional.of(
        new MergedFile(
            path, fate, Optional.of(place), Optional.of(ours), Optional.of(both), reason));
  }

  private static MergedText merged(String path, String base, String own, String theirs) {
    MergedText both = Additions.together(path, Neighbours.merge(path, base, own, theirs));
    if (path.equals(AnswersFile.PATH)) {
      return both.isClean() ? both : MergedText.of(theirs);
    }
    boolean broken =
        TomlText.isValid(path, ByteText.shown(own))
            && !(TomlText.isValid(path, ByteText.shown(both.ours()))
                && TomlText.isValid(path, ByteText.shown(both.theirs())));
    // What is clean as text says a key twice, perhaps: only a whole side is sure to be TOML.
    return broken ? ThreeWay.opposed(own, theirs) : both;
  }

  /**
   * The same, where what imports a module that has moved names its new place, and what overrides a
   * method of the suite takes what it takes today.
   */
  private List<MergedFile> following(BinaryOperator<String> followed, List<MergedFile> merged) {
    List<MergedFile> all = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (MergedFile file : merged) {
      file.from().ifPresent(known::add);
      all.add(
          file.after()
              .map(text -> file.with(text.map(it -> followed.apply(file.path(), it))))
              .orElse(file));
    }
    for (String path : files.paths()) {
      if (path.endsWith(".py") && !known.contains(path)) {
        files.peek(path).flatMap(text -> follower(followed, path, text)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<MergedFile> follower(
      BinaryOperator<String> followed, String path, FileText text) {
    String own = ByteText.of(text);
    String renamed = followed.apply(path, own);
    return renamed.equals(own)
        ? Optional.empty()
        : Optional.of(
            new MergedFile(
                path,
                Fate.FOLLOWED,
                Optional.of(path),
                Optional.of(text),
                Optional.of(MergedText.of(renamed)),
                "it uses what has moved or changed"));
  }
}
