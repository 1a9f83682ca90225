package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.resource.AppLocation;
import dev.loopscope.scaffold.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an app may be, for the one who types it and for an archetype's expression alike. */
class AppLocationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "main:app",
        "shop.main:app",
        "shop.web.v2:create_app()",
        "_shop:_app",
        "imports.classes:defer",
        ".support.app:app"
      })
  void attributeOfAModuleIsTaken(String text) {
    assertThat(new AppLocation(text).text()).isEqualTo(text);
    assertThat(text).matches(AppLocation.REGEX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop.main | `shop.main` is no module and attribute with a colon between them",
        "shop:main:app | `shop:main:app` is no module and attribute with a colon between them",
        "shop.main:state.app | `state.app` is no attribute of a module",
        "shop.main:make(1) | `make(1)` in `shop.main:make(1)` is no Python identifier",
        "shop.main:make()() | `make()` in `shop.main:make()()` is no Python identifier",
        "shop-web:app | `shop-web` in `shop-web:app` is no Python identifier",
        "shop..main:app | `` in `shop..main:app` is no Python identifier",
        ".main:app | `` in `.main:app` is no Python identifier",
        "shop.import:app | `import` in `shop.import:app` is no Python identifier",
        "shop.main:class | `class` in `shop.main:class` is no Python identifier",
        "shop.main: | `` in `shop.main:` is no Python identifier",
        ":app | `` in `:app` is no Python identifier",
        "shöp:app | `shöp` in `shöp:app` is no Python identifier",
        "'shop:app;import os' | `app;import os` in `shop:app;import os` is no Python identifier",
        "shop:reset_app | `reset_app` is a name that the module which imports it has already"
      })
  void whatNoModuleCouldImportIsRefused(String text, String what) {
    Refusal refusal = Names.refusal(() -> new AppLocation(text));
    assertThat(refusal.what()).isEqualTo(what);
    assertThat(refusal.next()).startsWith("package.module:attribute, such as shop.main:app");
    assertThat(text).doesNotMatch(AppLocation.REGEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " shop:app", "shop:app\n", "shop:\u0000", "shop:app ", "\"shop\":app"})
  void whatWouldNotStandInALineOfPythonIsRefused(String text) {
    assertThat(Names.taken(() -> new AppLocation(text))).isFalse();
    assertThat(text.matches(AppLocation.REGEX)).isFalse();
  }

  @Test
  void theLineThatImportsItHasAtMostAHundredCharacters() {
    String longest = "s".repeat(76) + ":app";
    assertThat("from %s import app".formatted(longest.substring(0, 76))).hasSizeLessThan(100);
    assertThat(Names.taken(() -> new AppLocation(longest))).isTrue();
    assertThat(longest).matches(AppLocation.REGEX);
    assertThat(Names.taken(() -> new AppLocation("s" + longest))).isFalse();
    assertThat("s" + longest).doesNotMatch(AppLocation.REGEX);
  }
}
