package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.KindPage;
import dev.loopscope.scaffold.answers.resource.Limit;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceFile;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of resource that only tests have: what the next kind takes to add, and no more. */
public final class StoreKind implements TemplateSet {
  /** What stands in the list of kinds; its templates are among the tests' resources. */
  public static final ResourceKind KIND =
      new ResourceKind(
          "store",
          "Store",
          "StoreRoom",
          "store",
          "Store",
          "store",
          "store in memory",
          "what a test puts in is thrown away after it",
          Limit.NONE,
          List.of(ResourceFile.of("tests/resources/store.py")),
          "asynccontextmanager|is_open|room|store|things",
          new KindPage("A dictionary.", "The store itself.", List.of()));

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
    List<ResourceKind> kinds = new ArrayList<>(List.of(KIND));
    if (besideTheExample) {
      kinds.add(ResourceKind.ECHO);
    }
    return TemplateCatalog.entries(answers.archetype(), kinds);
  }

  @Override
  public TemplateModel model(Answers answers) {
    TemplateModel model = TemplateModel.of(answers);
    List<Resource> resources = new ArrayList<>(besideTheExample ? answers.resources() : List.of());
    resources.add(new Resource(new ResourceName("shelf"), KIND, Optional.empty()));
    Map<String, Boolean> flags = new HashMap<>(model.flags());
    flags.put("store", true);
    flags.put("several", resources.size() > 1);
    flags.put(ResourceKind.ECHO.word(), besideTheExample);
    Map<String, String> texts = new HashMap<>(model.texts());
    texts.put("resourceAnswer", "shelf");
    return new TemplateModel(
        texts,
        flags,
        model.lists(),
        Map.of(
            "resources", ResourceVariables.ofEach(resources, answers.loopScope()),
            "kinds", ResourceVariables.ofKinds(resources)));
  }

  @Override
  public String read(String template, Questions questions) {
    return Renderer.read(template, questions);
  }
}
