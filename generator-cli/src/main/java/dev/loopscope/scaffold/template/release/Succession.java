package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has become of the files of a suite, from the version and the answers it was made with.
 *
 * @param before the suite as it was made
 * @param today the suite as it would be made
 * @param counterparts every file of both, in the order in which today's are listed, behind them
 *     those that are no more
 */
public record Succession(FileTree before, FileTree today, List<Counterpart> counterparts) {
  /** Keeps an unmodifiable copy. */
  public Succession {
    counterparts = List.copyOf(counterparts);
  }

  /**
   * From one to the other.
   *
   * @param recorded what the suite was made with
   * @param today what it is to be made with
   * @throws dev.loopscope.scaffold.refusal.RefusalException if there are no templates of the
   *     version any more
   */
  public static Succession of(AnswersFile recorded, Answers today) {
    Renderer older = Releases.of(recorded.scaffold());
    Renderer newer = new Renderer();
    FileTree made = older.render(recorded.answers());
    FileTree wanted = newer.render(today);
    Map<String, String> templates = older.templates(recorded.answers());
    Map<String, RenderedFile> before = new LinkedHashMap<>();
    for (RenderedFile file : made.files()) {
      String template = templates.getOrDefault(file.path(), "");
      before.put(Releases.today(recorded.scaffold(), template), file);
    }
    List<Counterpart> all = new ArrayList<>();
    Map<String, String> todays = newer.templates(today);
    for (RenderedFile file : wanted.files()) {
      String template = Releases.today("", todays.getOrDefault(file.path(), ""));
      all.add(new Counterpart(Optional.ofNullable(before.remove(template)), Optional.of(file)));
    }
    before.values().forEach(it -> all.add(new Counterpart(Optional.of(it), Optional.empty())));
    return new Succession(made, wanted, all);
  }
}
