package dev.loopscope.scaffold.template.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.TemplateCatalog;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.TemplateNames;
import dev.loopscope.scaffold.template.dialect.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The working templates can become a release, and do so when they are asked to. */
class FreezeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--archetype=explicit-scope",
        "--archetype=explicit-scope --hypothesis --maven",
        "--archetype=multibackend --ci=github",
        "--archetype=multibackend --backends=asyncio,trio --hypothesis --ci=gitlab --maven"
      })
  void frozenCatalogueCallsForTheSameFiles(String options) {
    Answers answers = RecordedAnswers.of(options);
    TemplateModel model = TemplateModel.of(answers);
    List<String> files = new ArrayList<>();
    for (TemplateCatalog.Entry entry : FrozenTemplates.entries(catalogue(), TemplateNames.all())) {
      if (entry.appliesTo(model)) {
        assertThat(Renderer.read(entry.template(), Questions.ALL)).isNotNull();
        files.add(entry.target(answers.packageName()));
      }
    }
    assertThat(new Renderer().render(answers).files())
        .extracting(RenderedFile::path)
        .containsExactlyElementsOf(files);
  }

  /**
   * The release is written into the sources by {@code mvn -pl generator-cli test -Dtest=FreezeTest
   * -Drelease.freeze=true}, and elsewhere by every other run.
   */
  @Test
  void workingTemplatesBecomeARelease(@TempDir Path elsewhere) throws IOException {
    Path releases = Boolean.getBoolean("release.freeze") ? Path.of("src/main/releases") : elsewhere;
    Path release = releases.resolve(ScaffoldVersion.current());
    for (TemplateCatalog.Entry entry : TemplateCatalog.all()) {
      Path template = release.resolve("templates").resolve(entry.template());
      Files.createDirectories(template.getParent());
      Files.writeString(template, Renderer.read(entry.template(), Questions.ALL));
    }
    Files.writeString(release.resolve("catalogue.txt"), catalogue());

    String written = Files.readString(release.resolve("catalogue.txt"));
    assertThat(FrozenTemplates.entries(written, TemplateNames.all()))
        .hasSameSizeAs(TemplateCatalog.all())
        .allSatisfy(
            entry ->
                assertThat(release.resolve("templates").resolve(entry.template()))
                    .hasContent(Renderer.read(entry.template(), Questions.ALL)));
  }

  private static String catalogue() {
    StringBuilder text = new StringBuilder();
    for (TemplateCatalog.Entry entry : TemplateCatalog.all()) {
      text.append(entry.template()).append(" | ").append(entry.target());
      condition(entry).ifPresent(condition -> text.append(" | ").append(condition));
      text.append('\n');
    }
    return text.toString();
  }

  /** The folder of an archetype is a condition there: a release has no other rule than its text. */
  private static Optional<String> condition(TemplateCatalog.Entry entry) {
    List<String> terms = new ArrayList<>();
    for (Archetype archetype : Archetype.ALL) {
      if (("/" + entry.template()).contains("/" + archetype.word() + "/")) {
        terms.add("archetype == \"" + archetype.word() + "\"");
      }
    }
    entry.when().map(FreezeTest::written).ifPresent(terms::add);
    return terms.isEmpty() ? Optional.empty() : Optional.of(String.join(" && ", terms));
  }

  private static String written(Condition condition) {
    if (condition instanceof Condition.Flag flag) {
      return flag.name();
    }
    if (condition instanceof Condition.Equal equal) {
      return equal.name() + " == \"" + equal.literal() + "\"";
    }
    if (condition instanceof Condition.All all) {
      return String.join(" && ", all.terms().stream().map(FreezeTest::written).toList());
    }
    if (condition instanceof Condition.Any any) {
      return String.join(" || ", any.terms().stream().map(FreezeTest::written).toList());
    }
    throw new IllegalStateException("write this condition of the catalogue here: " + condition);
  }
}
