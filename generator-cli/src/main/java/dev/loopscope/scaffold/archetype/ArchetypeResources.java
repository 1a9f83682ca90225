package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.TemplateCatalog;
import dev.loopscope.scaffold.template.TemplateNames;
import java.util.ArrayList;
import java.util.List;

/** What is in an archetype's jar: the descriptor, and each template compiled into Velocity. */
final class ArchetypeResources {
  /** The file that the plugin makes before all others. */
  static final String POM = "pom.xml";

  private static final String DESCRIPTOR = "META-INF/maven/archetype-metadata.xml";
  private static final String TEMPLATES = "archetype-resources/";

  private ArchetypeResources() {}

  /**
   * The files of {@code archetype}.
   *
   * @throws RefusalException with file and line, if a template is outside the dialect
   */
  static FileTree of(Archetype archetype) {
    return of(ArchetypeProperties.of(archetype));
  }

  /** The files of an archetype that asks for {@code properties}. */
  static FileTree of(ArchetypeProperties properties) {
    VelocityNames names = new VelocityNames(properties);
    DialectCompiler compiler = new DialectCompiler(TemplateNames.of(properties.questions()), names);
    List<RenderedFile> files = new ArrayList<>();
    files.add(new RenderedFile(DESCRIPTOR, ArchetypeDescriptor.of(properties, names)));
    files.add(new RenderedFile(PostGeneration.PATH, PostGeneration.script()));
    for (TemplateCatalog.Entry entry : properties.templates()) {
      String compiled =
          compiler.compile(
              entry.template(), Renderer.read(entry.template(), properties.questions()));
      String checks =
          entry.target().equals(POM) ? names.header() + Validation.checks(properties) : "";
      files.add(new RenderedFile(TEMPLATES + path(entry), checks + compiled));
    }
    return new FileTree(files);
  }

  /** Where the entry's template is in the jar; the plugin resolves the name between {@code __}. */
  static String path(TemplateCatalog.Entry entry) {
    return entry.target().replace(TemplateCatalog.PACKAGE, "__" + VelocityNames.PACKAGE + "__");
  }
}
