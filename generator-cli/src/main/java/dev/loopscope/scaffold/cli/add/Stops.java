package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.placing.Conflict;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Obstacle;
import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What keeps an addition from being written, told as a whole: each fact first, then what to do.
 *
 * @param facts a line for each, and what belongs to it, in order
 * @param refusal all of them in one
 */
record Stops(List<String> facts, Refusal refusal) {
  Stops {
    facts = List.copyOf(facts);
  }

  /**
   * What stops it.
   *
   * @param proposalsTaken whether what the evidence leaves open was agreed to
   */
  static Optional<Stops> of(Addition addition, boolean proposalsTaken, ConflictChoice onConflict) {
    boolean undecided = !addition.open().isEmpty() && !proposalsTaken;
    if (undecided || !addition.obstacles().isEmpty()) {
      return Optional.of(facts(addition, undecided));
    }
    boolean refused =
        onConflict == ConflictChoice.STOP
            || addition.conflicts().stream()
                .anyMatch(it -> !it.what().equals("holds something else"));
    return addition.conflicts().isEmpty() || !refused
        ? Optional.empty()
        : Optional.of(conflicts(addition));
  }

  private static Stops facts(Addition addition, boolean undecided) {
    List<String> facts = new ArrayList<>();
    List<String> nexts = new ArrayList<>();
    if (undecided) {
      List<String> options = new ArrayList<>();
      for (Conclusion it : addition.open()) {
        facts.add(it.topic() + ": " + it.open().orElseThrow() + "; proposed: " + it.value());
        it.option().ifPresent(options::add);
      }
      nexts.add(
          "say it by "
              + String.join(" and ", options)
              + ", or take what is proposed with "
              + AddOptions.YES.word());
    }
    for (Obstacle it : addition.obstacles()) {
      facts.addAll(lines(it));
    }
    if (!addition.obstacles().isEmpty()) {
      nexts.add(offers(addition));
    }
    int count = addition.obstacles().size();
    String what =
        switch (count) {
          case 0 -> "the repository does not decide what is to be added";
          case 1 -> "a fact about the repository stands in the suite's way";
          default -> count + " facts about the repository stand in the suite's way";
        };
    return new Stops(
        facts,
        new Refusal(
            what + "; nothing was written",
            addition.host().directory().toString(),
            String.join("; then ", nexts)));
  }

  private static List<String> lines(Obstacle it) {
    String places =
        it.places().isEmpty()
            ? ""
            : it.places().stream()
                .map(AddReport::place)
                .collect(Collectors.joining(", ", "", ": "));
    return List.of(
        places + it.what(),
        "    here: " + it.theirs() + "; the suite needs: " + it.ours(),
        "    " + it.consequence());
  }

  private static String offers(Addition addition) {
    Set<Way> ways = new TreeSet<>();
    addition.obstacles().forEach(it -> ways.addAll(it.ways()));
    List<String> offers = new ArrayList<>();
    for (Way way : ways) {
      boolean forAll = addition.obstacles().stream().allMatch(it -> it.ways().contains(way));
      String rest = forAll ? "" : " (for what it helps against)";
      offer(addition, way).ifPresent(it -> offers.add(it + rest));
    }
    return offers.isEmpty() ? "change what is named above" : String.join("; or ", offers);
  }

  private static Optional<String> offer(Addition addition, Way way) {
    Archetype archetype = addition.answers().archetype();
    boolean asyncio = addition.answers().backends().text().equals("asyncio");
    return switch (way) {
      case ISOLATED ->
          Optional.of(
              AddOptions.ISOLATED.word()
                  + " gives the suite a pytest.ini and a run of its own, `pytest "
                  + addition.directory()
                  + "`");
      case OTHER_ARCHETYPE ->
          asyncio
              ? Optional.of(
                  "take the other archetype: "
                      + Questions.ARCHETYPE.option()
                      + " "
                      + (archetype == Archetype.MULTIBACKEND
                              ? Archetype.EXPLICIT_SCOPE
                              : Archetype.MULTIBACKEND)
                          .word())
              : Optional.empty();
      case ACCEPT_PIN ->
          Optional.of(
              AddOptions.ACCEPT.word()
                  + " pin raises what is pinned, as an edit of yours, and names the command that"
                  + " renews what a lock file holds");
      case PYTHON ->
          Optional.of(
              Questions.PYTHON.option()
                  + " 3.10 adds a suite that runs on that and newer ones only");
      case ELSEWHERE ->
          Optional.of(
              "name another list with "
                  + AddOptions.DEPENDENCIES.word()
                  + ", or `none` to add the requirements yourself");
      case NAME -> Optional.of("give the suite another name with " + Questions.NAME.option());
    };
  }

  private static Stops conflicts(Addition addition) {
    List<String> facts = new ArrayList<>();
    for (Conflict it : addition.conflicts()) {
      facts.add(it.path() + " " + it.what());
    }
    return new Stops(
        facts,
        new Refusal(
            addition.conflicts().size() + " files are in the way; nothing was written",
            addition.host().directory().resolve(addition.directory()).toString(),
            "give the suite another name with "
                + Questions.NAME.option()
                + ", or say what becomes of them with "
                + AddOptions.ON_CONFLICT.word()));
  }
}
