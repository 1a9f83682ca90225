package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/** The templates that this version writes suites from. */
final class WorkingTemplates implements TemplateSet {
  @Override
  public List<TemplateCatalog.Entry> entries(Answers answers) {
    List<ResourceTemplates> kinds = new ArrayList<>();
    for (ResourceTemplates templates : TemplateCatalog.KINDS) {
      if (has(answers, templates.kind())) {
        kinds.add(templates);
      }
    }
    return TemplateCatalog.entries(answers.archetype(), kinds);
  }

  private static boolean has(Answers answers, ResourceKind kind) {
    for (Resource resource : answers.resources()) {
      if (resource.kind().word().equals(kind.word())) {
        return true;
      }
    }
    return false;
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
