package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.DistributionName;
import dev.loopscope.scaffold.answers.value.ImportName;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.Map;
import java.util.Optional;

/** The suite's import name. */
final class PackageQuestion extends TextQuestion<ImportName> {
  private final TextQuestion<DistributionName> name;

  PackageQuestion(TextQuestion<DistributionName> name) {
    super(
        "package",
        "0.1.0",
        new Help(
            "NAME",
            "the import name",
            "Derived in lower case, each run of - _ . as one _, with a _ in front of a leading"
                + " digit. A keyword, a module of the standard library or of a plugin is refused:"
                + " src/ comes first on the path, so the package would hide it."),
        "");
    this.name = name;
  }

  @Override
  protected ImportName read(String text) {
    return new ImportName(text);
  }

  @Override
  public String print(ImportName answer) {
    return answer.text();
  }

  /** What the distribution name is as an identifier. */
  @Override
  public Optional<String> fallback(Map<String, String> before) {
    String text = before.get(name.key());
    return text == null ? Optional.empty() : Optional.of(derived(name.parse(text)).text());
  }

  private ImportName derived(DistributionName from) {
    try {
      return from.importName();
    } catch (RefusalException e) {
      Refusal asking = Called.option(option()).refusal(e, from.text()).refusal();
      throw new RefusalException(
          new Refusal(asking.what(), "the import name of `" + from.text() + "`", asking.next()), e);
    }
  }

  @Override
  public String fallbackInWords() {
    return "derived from the distribution name";
  }

  @Override
  public boolean follows() {
    return true;
  }

  @Override
  public boolean identifies() {
    return true;
  }

  /** The whole of what is legal; an archetype checks it once the name is derived. */
  @Override
  public String regex() {
    return ImportName.REGEX;
  }

  @Override
  protected String allowed() {
    return "a Python identifier; left out, it follows from the " + name.property();
  }

  /**
   * With a default that is no import name, so nobody can mean it, and plain text, so the plugin
   * does not ask for it.
   */
  @Override
  public InArchetype in(Archetype archetype) {
    String derive = derive();
    String shape = derive + "|" + ImportName.SHAPE;
    return new InArchetype.Property(camelCase(), Optional.of(derive), shape, shape, allowed());
  }

  private String derive() {
    return "from-" + name.property();
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some(derive(), "chosen_name");
  }
}
