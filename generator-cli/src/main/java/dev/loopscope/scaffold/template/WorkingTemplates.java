package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import java.util.ArrayList;
import java.util.List;

/** The templates that this version writes suites from. */
final class WorkingTemplates implements TemplateSet {
  @Override
  public List<TemplateCatalog.Entry> entries(Answers answers) {
    List<ResourceTemplates> kinds = new ArrayList<>();
    for (ResourceTemplates templates : TemplateCatalog.KINDS) {
      if (answers.resources().stream().anyMatch(it -> it.kind().equals(templates.kind()))) {
        kinds.add(templates);
      }
    }
    return TemplateCatalog.entries(answers.archetype(), kinds);
  }

  @Override
  public TemplateModel model(Answers answers) {
    return TemplateModel.of(answers);
  }

  @Override
  public String read(String template, Questions questions) {
    return Renderer.read(template, questions);
  }
}
