package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The templates that this version writes suites from. */
final class WorkingTemplates implements TemplateSet {
  @Override
  public List<TemplateCatalog.Entry> entries(Answers answers) {
    // By word: the first record of a process that is hashed or compared takes as long as all files.
    Map<String, ResourceKind> kinds = new LinkedHashMap<>();
    for (Resource resource : answers.resources()) {
      kinds.putIfAbsent(resource.kind().word(), resource.kind());
    }
    return TemplateCatalog.entries(answers.archetype(), List.copyOf(kinds.values()));
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
