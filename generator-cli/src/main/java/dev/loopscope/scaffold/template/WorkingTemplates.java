package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import java.util.List;

/** The templates that this version writes suites from. */
final class WorkingTemplates implements TemplateSet {
  @Override
  public List<TemplateCatalog.Entry> entries(Answers answers) {
    return TemplateCatalog.entries(answers.archetype());
  }

  @Override
  public TemplateModel model(Answers answers) {
    return TemplateModel.of(answers);
  }

  @Override
  public String read(String template) {
    return Renderer.read(template);
  }
}
