package dev.loopscope.scaffold.change.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In the examples, a letter is a line. */
class ThreeWayTest {
  private static final Sides SIDES = new Sides("yours", "the templates");

  @Property
  void whatTheOtherSideLeftAloneComesFromThisOne(
      @ForAll("texts") String base, @ForAll("texts") String changed) {
    assertThat(clean(ThreeWay.merge(base, changed, base))).isEqualTo(changed);
  }

  @Property
  void whatThisSideLeftAloneComesFromTheOtherOne(
      @ForAll("texts") String base, @ForAll("texts") String changed) {
    assertThat(clean(ThreeWay.merge(base, base, changed))).isEqualTo(changed);
  }

  @Property
  void whatBothMadeOfItIsTakenOnce(@ForAll("texts") String base, @ForAll("texts") String changed) {
    assertThat(clean(ThreeWay.merge(base, changed, changed))).isEqualTo(changed);
  }

  @Property
  void nothingOfEitherSideIsLost(
      @ForAll("texts") String base, @ForAll("texts") String ours, @ForAll("texts") String theirs) {
    String merged = Conflicts.marked(ThreeWay.merge(base, ours, theirs), SIDES);
    List<String> kept = Lines.of(merged).lines().stream().map(String::strip).toList();
    List<String> old = Lines.of(base).lines().stream().map(String::strip).toList();
    assertThat(kept)
        .containsAll(
            Lines.of(ours + "\n" + theirs).lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !old.contains(line))
                .toList());
  }

  @Property
  void conflictsAreLeftInWhatIsNotClean(
      @ForAll("texts") String base, @ForAll("texts") String ours, @ForAll("texts") String theirs) {
    MergedText merged = ThreeWay.merge(base, ours, theirs);
    assertThat(Conflicts.areLeftIn(Conflicts.marked(merged, SIDES))).isEqualTo(!merged.isClean());
  }

  @Property
  void eachSideIsThereIfItsLinesAreTakenWhereTheyContradict(
      @ForAll("texts") String ours, @ForAll("texts") String theirs) {
    assertThat(ThreeWay.opposed(ours, theirs).ours()).isEqualTo(ours);
    assertThat(ThreeWay.opposed(ours, theirs).theirs()).isEqualTo(theirs);
  }

  @Property
  void textsThatAreOpposedAreBothThere(
      @ForAll("texts") String ours, @ForAll("texts") String theirs) {
    MergedText opposed = ThreeWay.opposed(ours, theirs);
    assertThat(opposed.isClean()).isEqualTo(ours.equals(theirs));
    assertThat(Conflicts.areLeftIn(Conflicts.marked(opposed, SIDES)))
        .isEqualTo(!ours.equals(theirs));
  }

  @Example
  void changesInDifferentPlacesGoTogether() {
    assertThat(merged("abcdef", "aBcdef", "abcdEf")).isEqualTo("aBcdEf");
    assertThat(merged("abcdef", "abcdefX", "Yabcdef")).isEqualTo("YabcdefX");
    assertThat(merged("abcdef", "adef", "abcdeF")).isEqualTo("adeF");
  }

  @Example
  void marksNameTheSides() {
    assertThat(marked("a\nb\nc\n", "a\nmine\nc\n", "a\nnew\nc\n"))
        .isEqualTo(
            """
            a
            <<<<<<< yours
            mine
            =======
            new
            >>>>>>> the templates
            c
            """);
  }

  @Example
  void marksEndAsTheLinesDo() {
    assertThat(marked("a\r\n", "mine\r\n", "new\r\n"))
        .isEqualTo("<<<<<<< yours\r\nmine\r\n=======\r\nnew\r\n>>>>>>> the templates\r\n");
  }

  @Example
  void headingUnderlinedWithMarksIsNoConflict() {
    assertThat(Conflicts.areLeftIn("Title\n=======\n\n>>>>>>> quoted\n")).isFalse();
  }

  private static String merged(String base, String ours, String theirs) {
    return clean(ThreeWay.merge(lines(base), lines(ours), lines(theirs))).replace("\n", "");
  }

  private static String clean(MergedText merged) {
    assertThat(merged.conflicts()).isZero();
    assertThat(merged.theirs()).isEqualTo(merged.ours());
    return merged.ours();
  }

  private static String marked(String base, String ours, String theirs) {
    return Conflicts.marked(ThreeWay.merge(base, ours, theirs), SIDES);
  }

  private static String lines(String letters) {
    return String.join("\n", letters.split("")) + "\n";
  }

  /** Of few lines, so that they share some; with every line end, and without one at the end. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "c", "", "  d")
        .flatMap(line -> Arbitraries.of("\n", "\n", "\n", "\r\n").map(end -> line + end))
        .list()
        .ofMaxSize(8)
        .map(lines -> String.join("", lines))
        .flatMap(text -> Arbitraries.of(text, text.stripTrailing()));
  }
}
