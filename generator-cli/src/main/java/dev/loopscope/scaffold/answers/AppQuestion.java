package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.AppLocation;
import dev.loopscope.scaffold.answers.value.Archetype;
import java.util.List;
import java.util.Optional;

/** The ASGI app that the HTTP client of the tests talks to. */
final class AppQuestion extends TextQuestion<AppLocation> {
  private final OnlyWith http;

  AppQuestion(OnlyWith http) {
    super(
        "app",
        "0.2.0",
        new Help(
            "MODULE:APP",
            "the ASGI app under test, or a factory: shop.main:make(); only with " + http.purpose(),
            "An attribute of a module that the tests can import, called for each opening if () is"
                + " written behind it. Its lifespan is run by the suite. Unless one is named, the"
                + " suite brings a small app, and its README says how to put another in its"
                + " place."),
        AppLocation.EXAMPLE);
    this.http = http;
  }

  @Override
  protected AppLocation read(String text) {
    return new AppLocation(text);
  }

  @Override
  public String print(AppLocation answer) {
    return answer.text();
  }

  @Override
  public Optional<OnlyWith> onlyWith() {
    return Optional.of(http);
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        new Variable.Text(camelCase(), ""),
        new Variable.Part("appModule", AppLocation.BEHIND_MODULE),
        new Variable.Part("appAttribute", AppLocation.AROUND_ATTRIBUTE),
        new Variable.Matching("appFactory", AppLocation.FACTORY),
        new Variable.Matching("exampleApp", AppLocation.EXAMPLE.replace(".", "[.]")));
  }

  @Override
  public String regex() {
    return AppLocation.REGEX;
  }

  @Override
  protected String shape() {
    return "[A-Za-z0-9_.]+:[A-Za-z0-9_]+([(][)])?";
  }

  @Override
  protected String allowed() {
    return AppLocation.ALLOWED;
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some(AppLocation.EXAMPLE, "shop.main:app", "shop:make_shop()");
  }
}
