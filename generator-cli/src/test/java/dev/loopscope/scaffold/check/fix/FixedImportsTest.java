package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.source.SourceText;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The fixes and repairs of every page's examples leave no import behind. */
class FixedImportsTest {
  @Test
  void noFixLeavesAnImportUnusedThatWasNot() {
    for (FixedExample fixed : FixedExample.all()) {
      Set<String> unused = unused(fixed.suite());
      unused.removeAll(unused(fixed.example()));
      assertThat(unused).as(fixed.toString()).isEmpty();
    }
  }

  private static Set<String> unused(PageCase suite) {
    Set<String> unused = new TreeSet<>();
    for (PageFile file : suite.files()) {
      if (file.path().endsWith(".py")) {
        new ImportNeeds(Parser.parse(SourceText.of(file.text())))
            .bindings().stream()
                .filter(it -> !it.needed())
                .forEach(it -> unused.add(file.path() + " " + it.scope() + it.name()));
      }
    }
    return unused;
  }
}
