package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of resource that only tests have: what the next kind takes to add, and no more. */
public final class StoreKind implements TemplateSet {
  private static final Path FOLDER = Path.of("src/test/resources/kinds");

  private static final ResourceKind KIND =
      new ResourceKind("store", "Store", "store", "Store", "store", "store in memory", "empty()");

  private static final ResourceTemplates TEMPLATES =
      new ResourceTemplates(
          KIND,
          List.of(
              new TemplateCatalog.Entry(
                  "resources/store/tests/support/store.py",
                  "tests/support/store.py",
                  Optional.empty())));

  private final boolean besideTheExample;

  private StoreKind(boolean besideTheExample) {
    this.besideTheExample = besideTheExample;
  }

  /** A renderer of suites whose one resource is a store called {@code shelf}. */
  public static Renderer renderer() {
    return new Renderer(new StoreKind(false));
  }

  /** A renderer of suites with two resources: what is asked for, and the {@code shelf}. */
  public static Renderer besideTheExample() {
    return new Renderer(new StoreKind(true));
  }

  @Override
  public List<TemplateCatalog.Entry> entries(Answers answers) {
    List<ResourceTemplates> kinds = new ArrayList<>(List.of(TEMPLATES));
    if (besideTheExample) {
      kinds.addAll(TemplateCatalog.KINDS);
    }
    return TemplateCatalog.entries(answers.archetype(), kinds);
  }

  @Override
  public TemplateModel model(Answers answers) {
    TemplateModel model = TemplateModel.of(answers);
    List<Resource> resources = new ArrayList<>(besideTheExample ? answers.resources() : List.of());
    resources.add(new Resource(new ResourceName("shelf"), KIND));
    return new TemplateModel(
        model.texts(),
        model.flags(),
        model.lists(),
        Map.of("resources", ResourceVariables.of(resources)));
  }

  @Override
  public String read(String template, Questions questions) {
    if (!template.startsWith("resources/store/")) {
      return Renderer.read(template, questions);
    }
    try {
      return Files.readString(FOLDER.resolve(template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
