package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The templates that this version writes suites from. */
final class WorkingTemplates implements TemplateSet {
  @Override
  public List<TemplateCatalog.Entry> entries(Answers answers) {
    Set<ResourceKind> kinds = new LinkedHashSet<>();
    for (Resource resource : answers.resources()) {
      kinds.add(resource.kind());
    }
    return TemplateCatalog.entries(answers.archetype(), List.copyOf(kinds));
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
