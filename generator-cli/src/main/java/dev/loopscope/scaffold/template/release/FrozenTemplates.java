package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.template.TemplateCatalog;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.TemplateSet;
import dev.loopscope.scaffold.template.dialect.Condition;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The templates of a release, as they were when it was made, with its catalogue: a line for each
 * file, {@code template | target}, and {@code | condition} if it is not always written.
 */
final class FrozenTemplates implements TemplateSet {
  private static final String SEPARATOR = " | ";

  private final String version;
  private final List<TemplateCatalog.Entry> entries;
  private final Function<Answers, TemplateModel> variables;

  private FrozenTemplates(
      String version,
      List<TemplateCatalog.Entry> entries,
      Function<Answers, TemplateModel> variables) {
    this.version = version;
    this.entries = entries;
    this.variables = variables;
  }

  /** The templates of {@code version}, which may use the names of {@code declarations}. */
  static FrozenTemplates of(
      String version, Declarations declarations, Function<Answers, TemplateModel> variables) {
    String catalogue = resource(version, "catalogue.txt");
    return new FrozenTemplates(version, entries(catalogue, declarations), variables);
  }

  /** What the text of a catalogue says. */
  static List<TemplateCatalog.Entry> entries(String catalogue, Declarations declarations) {
    List<TemplateCatalog.Entry> entries = new ArrayList<>();
    for (String line : catalogue.lines().toList()) {
      entries.add(entry(line, declarations));
    }
    return List.copyOf(entries);
  }

  private static TemplateCatalog.Entry entry(String line, Declarations declarations) {
    int first = line.indexOf(SEPARATOR);
    String rest = line.substring(first + SEPARATOR.length());
    int second = rest.indexOf(SEPARATOR);
    return new TemplateCatalog.Entry(
        line.substring(0, first),
        second < 0 ? rest : rest.substring(0, second),
        second < 0
            ? Optional.empty()
            : Optional.of(
                Condition.parse(rest.substring(second + SEPARATOR.length()), declarations)));
  }

  @Override
  public List<TemplateCatalog.Entry> entries(Answers answers) {
    return entries;
  }

  @Override
  public TemplateModel model(Answers answers) {
    return variables.apply(answers);
  }

  @Override
  public String read(String template, Questions questions) {
    return resource(version, "templates/" + template);
  }

  private static String resource(String version, String path) {
    String name = "/releases/" + version + "/" + path;
    try (InputStream text = FrozenTemplates.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
