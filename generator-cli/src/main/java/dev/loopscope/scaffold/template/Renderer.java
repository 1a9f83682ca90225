package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.template.dialect.ChosenBranches;
import dev.loopscope.scaffold.template.dialect.TemplateSource;
import freemarker.core.TemplateClassResolver;
import freemarker.core.UndefinedOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders a suite. The same answers give the same bytes, whatever the platform, the locale, the
 * time and the order of hashes. The only class, with {@link TemplateValues}, that knows FreeMarker.
 */
public final class Renderer {
  private static final String ROOT = "/templates/";

  private final Configuration engine = engine();
  private final TemplateSet templates;

  /** Parsing takes ten times as long as all the rest, and many suites are of the same templates. */
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  /** A renderer of the suites that this version writes. */
  public Renderer() {
    this(new WorkingTemplates());
  }

  /** A renderer of the suites that {@code templates} make. */
  public Renderer(TemplateSet templates) {
    this.templates = templates;
  }

  /**
   * Loads the engine on a thread of its own, while the caller does something else: reading a
   * command line and rendering a suite cost about as much, most of it in classes that are loaded.
   * Where there is one processor, nothing is done meanwhile.
   */
  public static void loadMeanwhile() {
    if (Runtime.getRuntime().availableProcessors() == 1) {
      return;
    }
    Thread loading = new Thread(new Loading(), "renderer");
    loading.setDaemon(true);
    loading.start();
  }

  /** Loads the engine. */
  public static void load() {
    new Loading().run();
  }

  /** Uses the engine once. A class, because the first lambda of a process takes longer. */
  private static final class Loading implements Runnable {
    @Override
    public void run() {
      TemplateModel model = new TemplateModel(Map.of("a", "a"), Map.of("b", true), Map.of());
      String text = "<#if b>\n${a}\n</#if>\n<#if a == \"a\">\na\n</#if>\n";
      try {
        new Renderer().render("loading", text, model);
      } catch (RuntimeException | Error e) {
        // What goes wrong here goes wrong again where someone waits for the result.
        return;
      }
    }
  }

  /** Every file that {@code answers} call for, in the catalogue's order. */
  public FileTree render(Answers answers) {
    TemplateModel model = templates.model(answers);
    List<RenderedFile> files = new ArrayList<>();
    for (TemplateCatalog.Entry entry : templates.entries(answers)) {
      if (entry.appliesTo(model)) {
        String path = entry.target(answers.packageName());
        String text = templates.read(entry.template(), answers.questions());
        files.add(new RenderedFile(path, render(entry.template(), text, model)));
      }
    }
    return new FileTree(files);
  }

  /** The template of every file that {@code answers} call for, by the file's path. */
  public Map<String, String> templates(Answers answers) {
    TemplateModel model = templates.model(answers);
    Map<String, String> byPath = new LinkedHashMap<>();
    for (TemplateCatalog.Entry entry : templates.entries(answers)) {
      if (entry.appliesTo(model)) {
        byPath.put(entry.target(answers.packageName()), entry.template());
      }
    }
    return byPath;
  }

  /**
   * Renders one template's text.
   *
   * @param name how errors call it
   * @throws IllegalStateException if the text is no template or names what the model has not: a
   *     defect of the template
   */
  public String render(String name, String text, TemplateModel model) {
    try {
      String chosen = ChosenBranches.of(text, model);
      String source = TemplateSource.forFreeMarker(chosen, model.records().keySet());
      if (TemplateSource.isText(source)) {
        return source;
      }
      StringWriter rendered = new StringWriter(source.length() + 256);
      Passages passages = Passages.of(source);
      template(name, passages.source()).process(TemplateValues.root(model, passages), rendered);
      return rendered.toString();
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
    }
  }

  private Template template(String name, String source) throws IOException {
    String key = name + "\n" + source;
    Template known = parsed.get(key);
    if (known != null) {
      return known;
    }
    Template template = new Template(name, source, engine);
    parsed.put(key, template);
    return template;
  }

  /**
   * The text of a catalogued template, by its exact path: no lookup by locale, no file system. That
   * of the answers file is in none: it follows from {@code questions}.
   */
  public static String read(String template, Questions questions) {
    return template.equals(TemplateCatalog.ANSWERS)
        ? AnswersFile.template(questions)
        : resource(template);
  }

  private static String resource(String template) {
    try (InputStream text = Renderer.class.getResourceAsStream(ROOT + template)) {
      if (text == null) {
        throw new IllegalStateException("template " + template + " is missing from the build");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Configuration engine() {
    Configuration engine = new Configuration(Configuration.VERSION_2_3_34);
    engine.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
    engine.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    engine.setOutputFormat(UndefinedOutputFormat.INSTANCE);
    engine.setRecognizeStandardFileExtensions(false);
    engine.setWhitespaceStripping(true);
    engine.setObjectWrapper(new TemplateValues());
    engine.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    engine.setAPIBuiltinEnabled(false);
    engine.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    engine.setLogTemplateExceptions(false);
    engine.setLocale(Locale.ROOT);
    engine.setDefaultEncoding("UTF-8");
    return engine;
  }
}
