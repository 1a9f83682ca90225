package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.cli.add.AddOptions;
import dev.loopscope.scaffold.cli.adopt.AdoptOptions;
import dev.loopscope.scaffold.cli.apply.ApplyOptions;
import dev.loopscope.scaffold.cli.check.CheckOption;
import dev.loopscope.scaffold.cli.create.NewOptions;
import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.TypedAnswers;
import dev.loopscope.scaffold.cli.map.MapOptions;
import dev.loopscope.scaffold.cli.trace.TraceOptions;
import dev.loopscope.scaffold.cli.undo.UndoOptions;
import dev.loopscope.scaffold.cli.update.UpdateOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options are named where they are defined, and what names one elsewhere names one that is. */
class OptionsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/loopscope/scaffold");
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  private static final List<String> OF_PYTEST_AND_POETRY =
      List.of(
          "--loops",
          "--lf",
          "--last-failed",
          "--ff",
          "--failed-first",
          "--nf",
          "--new-first",
          "--sw",
          "--stepwise",
          "--sw-skip",
          "--stepwise-skip",
          "--cache-show",
          "--cache-clear",
          "--executable");

  /** It is told by its key alone, so that a message says what the user wrote, option or line. */
  @Test
  void noSourceSpellsAnOptionThatAnswersAQuestion() {
    List<String> spelt =
        Questions.ALL.inOrder().stream()
            .map(Question::option)
            // The command's own --version, without a value, is another option; so is uv's
            // --package.
            .filter(option -> !option.equals("--version") && !option.equals("--package"))
            .toList();
    assertThat(optionsIn(SOURCES)).doesNotContainAnyElementsOf(spelt);
  }

  @Test
  void everyOptionThatTheCommandLineSpeaksOfIsThere() {
    List<String> known = new ArrayList<>(List.of("--help", "--version"));
    List<String> ofPip = List.of("--upgrade", "--group", "--quiet", "--editable", "--clear");
    known.addAll(ofPip);
    NewOptions.of(Questions.ALL).forEach(option -> known.add(option.word()));
    AddOptions.of(Questions.ALL).forEach(option -> known.add(option.word()));
    CheckOption.ALL.forEach(option -> known.add(option.word()));
    UpdateOptions.of(Questions.ALL).forEach(option -> known.add(option.word()));
    UndoOptions.ALL.forEach(option -> known.add(option.word()));
    AdoptOptions.of(Questions.ALL).forEach(option -> known.add(option.word()));
    ApplyOptions.ALL.forEach(option -> known.add(option.word()));
    TraceOptions.ALL.forEach(option -> known.add(option.word()));
    MapOptions.ALL.forEach(option -> known.add(option.word()));
    known.addAll(OF_PYTEST_AND_POETRY);
    known.add(ColourArgument.OPTION.word());
    known.add(TypedAnswers.NO);
    assertThat(optionsIn(SOURCES.resolve("cli"))).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        NewOptions.class,
        AddOptions.class,
        CheckOption.class,
        UpdateOptions.class,
        UndoOptions.class,
        AdoptOptions.class,
        ApplyOptions.class,
        TraceOptions.class,
        MapOptions.class
      })
  void everyOptionThatIsDefinedIsListed(Class<?> options) throws IllegalAccessException {
    List<Option> listed = new ArrayList<>(NewOptions.of(Questions.ALL));
    listed.addAll(AddOptions.of(Questions.ALL));
    listed.addAll(CheckOption.ALL);
    listed.addAll(UpdateOptions.of(Questions.ALL));
    listed.addAll(UndoOptions.ALL);
    listed.addAll(AdoptOptions.of(Questions.ALL));
    listed.addAll(ApplyOptions.ALL);
    listed.addAll(TraceOptions.ALL);
    listed.addAll(MapOptions.ALL);
    int defined = 0;
    for (Field field : options.getDeclaredFields()) {
      if (field.getType() == Option.class) {
        field.setAccessible(true);
        assertThat(listed).contains((Option) field.get(null));
        defined++;
      }
    }
    assertThat(defined).isPositive();
  }

  /** The options in string literals, below {@code directory}. */
  private static List<String> optionsIn(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> STRING.matcher(text(file)).results())
          .flatMap(string -> OPTION.matcher(string.group()).results())
          .map(MatchResult::group)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
