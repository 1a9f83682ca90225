package dev.loopscope.scaffold.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** What a real browser draws of a page is what the map says, and it can be used without a mouse. */
@ExtendWith(WithChromiumOnly.class)
class MapInChromiumIT {
  private static ChromeDriver browser;
  @TempDir private static Path directory;

  @BeforeAll
  static void open() {
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(WithChromiumOnly.program("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build(),
            new ChromeOptions()
                .setBinary(WithChromiumOnly.program("chromium").orElseThrow())
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu"));
    browser.manage().window().setSize(new Dimension(1400, 1000));
  }

  @AfterAll
  static void close() {
    browser.quit();
  }

  private static void show(LoopMap map) throws IOException {
    Path page = Files.writeString(directory.resolve("loops.html"), HtmlMap.of(map));
    browser.get(page.toUri().toString());
  }

  private static List<WebElement> drawn(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  private static WebElement first(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private static String named(WebElement element) {
    return Objects.requireNonNull(element.getDomAttribute("aria-label"));
  }

  private static void press(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  private static long number(String script) {
    return ((Number) Objects.requireNonNull(browser.executeScript("return " + script))).longValue();
  }

  @Test
  void eachTestIsAMarkOnTheLoopThatItRanOn() throws IOException {
    LoopMap map = SampleMaps.of(10);
    show(map);
    MapPanel panel = map.panels().get(0);
    assertThat(drawn("[data-test]"))
        .extracting(it -> named(it).split("\\. ", -1)[0])
        .containsExactlyElementsOf(panel.tests().stream().map(TestMark::id).toList());
    assertThat(drawn("[data-test]")).isSortedAccordingTo((a, b) -> a.getRect().x - b.getRect().x);
    for (int test = 0; test < 10; test++) {
      String box = "[data-lanes='" + panel.tests().get(test).lanes().get(0) + "'] .lane";
      assertThat(isInside("[data-test='" + test + "'] .ring", box)).as("test %s", test).isTrue();
    }
    assertThat(drawn("[data-lanes]")).hasSize(11);
    assertThat(drawn("[data-bar]")).hasSize(11);
    assertThat(drawn("[data-test] .failed")).hasSize(2);
  }

  /** Whether the middle of one is in the other. */
  private static boolean isInside(String one, String other) {
    return Boolean.TRUE.equals(
        browser.executeScript(
            """
            const [one, other] = [...arguments].map(
              it => document.querySelector(it).getBoundingClientRect());
            const x = one.x + one.width / 2, y = one.y + one.height / 2;
            return other.left <= x && x <= other.right && other.top <= y && y <= other.bottom;
            """,
            one,
            other));
  }

  @Test
  void aCrossingIsALineFromItsTestToTheFixture() throws IOException {
    show(SampleMaps.of(10));
    assertThat(drawn(".cross")).hasSize(2);
    assertThat(isInside(".cross .end", "[data-bar='0'] .bar")).isTrue();
    assertThat(
            number("document.querySelectorAll('.cross')[1].querySelector('.end').cx.baseVal.value"))
        .isEqualTo(
            number("document.querySelector(\"[data-test='8'] .met-ring\").cx.baseVal.value"));
    assertThat(drawn("[data-test] .met-ring")).hasSize(2);
  }

  @Test
  void wordsComeWithThePointerAndWithTheFocusAndGoWithEscape() throws IOException {
    show(SampleMaps.of(10));
    new Actions(browser).moveToElement(first("[data-test='3'] .failed")).perform();
    assertThat(first("#tip").getText()).contains("test_part_0.py::test_3", "failed", "on loop 5");
    first("[data-crossing][type=button]").click();
    assertThat(first("#tip").getText())
        .contains("http` lives on loop 1", "next (LS002): run both on one loop.");
    press(Keys.ESCAPE);
    assertThat(first("#tip").isDisplayed()).isFalse();
  }

  @Test
  void arrowsMoveAndEnterOpensAndEscapeFolds() throws IOException {
    show(SampleMaps.of(200));
    int folded = drawn("[data-group]").size();
    browser.executeScript("document.querySelector('[data-group]').focus()");
    String before = named(browser.switchTo().activeElement());
    press(Keys.ARROW_RIGHT);
    assertThat(named(browser.switchTo().activeElement())).isNotEqualTo(before);
    press(Keys.ARROW_LEFT);
    assertThat(named(browser.switchTo().activeElement())).isEqualTo(before);
    press(Keys.ENTER);
    assertThat(drawn("[data-group]").size()).isEqualTo(folded);
    assertThat(drawn("[data-test]")).hasSize(15);
    press(Keys.ESCAPE);
    press(Keys.ESCAPE);
    assertThat(drawn("[data-test]")).isEmpty();
    assertThat(number("document.querySelectorAll('[tabindex=\"0\"]').length")).isEqualTo(1);
  }

  @Test
  void whateverOneComesToHasARoleAndAName() throws IOException {
    show(SampleMaps.of(200));
    assertThat(
            drawn("svg [tabindex]").stream()
                .filter(it -> !List.of("img", "image", "button").contains(it.getAriaRole())))
        .isEmpty();
    assertThat(
            number(
                "[...document.querySelectorAll('svg [tabindex]')]"
                    + ".filter(it => !it.getAttribute('aria-label')).length"))
        .isZero();
    assertThat(first(".cross").getAccessibleName())
        .startsWith("crossing 1: `http` lives on loop 1");
  }

  @Test
  void fiveThousandTestsAreFoldedAndOpenedAtAClick() throws IOException {
    show(SampleMaps.of(5000));
    assertThat(drawn("[data-group]").size()).isBetween(1, 60);
    assertThat(
            number(
                "[...document.querySelectorAll('[data-group]')]"
                    + ".reduce((sum, it) => sum + Number(it.dataset.count), 0)"))
        .isEqualTo(5000);
    assertThat(drawn("[data-test]")).isEmpty();
    int columns = drawn("[data-group]").size();
    first("[data-group]").click();
    assertThat(drawn("[data-group]").size()).isGreaterThan(columns);
    first("[data-group]").click();
    assertThat(drawn("[data-test]")).hasSize(15);
    // On an idle machine it is a tenth of that; CI's may be busy.
    assertThat(number("document.documentElement.dataset.drawn - 0")).isLessThan(10_000);
  }

  @Test
  void lightOrDarkIsAsTheScreenIs() throws IOException {
    show(SampleMaps.of(10));
    assertThat(background("light")).isEqualTo("rgba(255, 255, 255, 1)");
    assertThat(background("dark")).isEqualTo("rgba(15, 20, 27, 1)");
  }

  private static String background(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return first("body").getCssValue("background-color");
  }

  @Test
  void namesOfASuiteAreShownAsTheyAreAndRunNothing() throws IOException {
    show(HtmlMapTest.hostile());
    assertThat(first("h1").getText())
        .contains("test[</script><!--<script>\"'&\\u202e\\u0000\\u2028]");
    assertThat(named(first("[data-test]"))).startsWith("a.py::test[</script><!--<script>");
    assertThat(drawn("script")).hasSize(2);
  }
}
