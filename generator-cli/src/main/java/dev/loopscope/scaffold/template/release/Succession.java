package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has become of the files of a suite, from the version and the answers it was made with. */
public final class Succession {
  private Succession() {}

  /**
   * Every file of both suites, in the order in which today's are listed, behind them those that are
   * no more.
   *
   * @param recorded what the suite was made with
   * @param today what it is to be made with
   * @throws dev.loopscope.scaffold.refusal.RefusalException if there are no templates of the
   *     version any more
   */
  public static List<Counterpart> of(AnswersFile recorded, Answers today) {
    Renderer older = Releases.of(recorded.scaffold());
    Renderer newer = new Renderer();
    Map<String, String> templates = older.templates(recorded.answers());
    Map<String, RenderedFile> before = new LinkedHashMap<>();
    for (RenderedFile file : older.render(recorded.answers()).files()) {
      String template = templates.getOrDefault(file.path(), "");
      before.put(Releases.today(recorded.scaffold(), template), file);
    }
    List<Counterpart> all = new ArrayList<>();
    Map<String, String> todays = newer.templates(today);
    for (RenderedFile file : newer.render(today).files()) {
      String template = Releases.today("", todays.getOrDefault(file.path(), ""));
      all.add(new Counterpart(Optional.ofNullable(before.remove(template)), Optional.of(file)));
    }
    before.values().forEach(it -> all.add(new Counterpart(Optional.of(it), Optional.empty())));
    return all;
  }
}
