package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.CallConditions.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What calls give that is bound to a loop: the lines of the catalogue that hold for them. */
public final class KnownResources {
  private final Resolver resolver;
  private final CallConditions conditions;

  /** Follows names with {@code resolver}. */
  public KnownResources(Resolver resolver) {
    this.resolver = resolver;
    this.conditions = new CallConditions(resolver);
  }

  /**
   * By which name the catalogue knows what is called: its qualified name, or {@code X().method} for
   * a method of what {@code X} gave. Empty if it does not know it.
   */
  public Optional<String> name(SourceFile file, Call call) {
    Optional<String> name = resolver.qualifiedName(file, call.function());
    if (name.isEmpty() && call.function() instanceof Attribute method) {
      name =
          maker(file, method.value())
              .flatMap(owner -> name(owner.file(), owner.call()))
              .map(owner -> LoopCatalogue.lines(owner).get(0).name())
              .map(owner -> owner + "()." + method.attr());
    }
    return name.filter(it -> !LoopCatalogue.lines(it).isEmpty());
  }

  /**
   * The lines that may hold for a call: one if that is certain, none if nothing is known of it.
   *
   * @param file where the call stands
   * @param opening what was done with what it gave
   */
  public List<CatalogueLine> lines(SourceFile file, Call call, Opening opening) {
    List<CatalogueLine> all = name(file, call).map(LoopCatalogue::lines).orElse(List.of());
    List<CatalogueLine> sure = new ArrayList<>();
    List<CatalogueLine> possible = new ArrayList<>();
    for (CatalogueLine line : madeSo(all, opening)) {
      switch (holds(line, file, call, opening)) {
        case YES -> sure.add(line);
        case MAYBE -> possible.add(line);
        case NO -> {
          // Another line is about it.
        }
      }
    }
    sure.removeIf(line -> sure.stream().anyMatch(other -> outranks(other, line)));
    possible.removeIf(line -> sure.stream().anyMatch(other -> outranks(other, line)));
    possible.addAll(0, sure);
    return List.copyOf(possible);
  }

  /** Whether a call fails where no loop runs. */
  public boolean needsRunningLoop(SourceFile file, Call call) {
    List<CatalogueLine> lines = lines(file, call, Opening.CALLED);
    return !lines.isEmpty()
        && lines.stream().allMatch(it -> it.madeAtImport() == MadeAtImport.NEEDS_RUNNING_LOOP);
  }

  /** What becomes of what a call gives; unknown if that depends on what cannot be read. */
  public OnAnotherLoop made(SourceFile file, Call call, Opening opening) {
    Optional<Expression> held = held(file, call);
    if (held.isPresent() && maker(file, held.orElseThrow()).isPresent()) {
      Made inner = maker(file, held.orElseThrow()).orElseThrow();
      if (name(inner.file(), inner.call()).isPresent()) {
        return made(inner.file(), inner.call(), inner.opening());
      }
    }
    List<CatalogueLine> lines = lines(file, call, opening);
    boolean ownMatter = held.isEmpty() || isApplication(file, call);
    return lines.isEmpty() || !ownMatter
        ? OnAnotherLoop.UNKNOWN
        : common(lines.stream().map(CatalogueLine::onAnotherLoop).toList());
  }

  /**
   * The argument that decides about what a call gives, such as the transport of an {@code
   * httpx.AsyncClient}: it is as harmless as that. Empty if the call gives none.
   */
  public Optional<Expression> held(SourceFile file, Call call) {
    return name(file, call).map(LoopCatalogue::lines).orElse(List.of()).stream()
        .flatMap(line -> line.holds().stream())
        .flatMap(argument -> argument.in(call).stream())
        .findFirst();
  }

  /** What all of some outcomes have in common: the mildest error if each of them is one. */
  static OnAnotherLoop common(Collection<OnAnotherLoop> outcomes) {
    Set<OnAnotherLoop> kinds = EnumSet.copyOf(outcomes);
    if (kinds.size() == 1) {
      return kinds.iterator().next();
    }
    if (kinds.stream().allMatch(OnAnotherLoop::isCertain)) {
      return kinds.contains(OnAnotherLoop.BREAKS_EVERY_SECOND)
          ? OnAnotherLoop.BREAKS_EVERY_SECOND
          : kinds.iterator().next();
    }
    return kinds.stream().noneMatch(OnAnotherLoop::isBound)
            && !kinds.contains(OnAnotherLoop.UNKNOWN)
        ? OnAnotherLoop.TOLERATES
        : OnAnotherLoop.UNKNOWN;
  }

  /** An application holds what it holds; its client binds nothing. */
  private boolean isApplication(SourceFile file, Call call) {
    return name(file, call).map(LoopCatalogue::lines).orElse(List.of()).stream()
        .flatMap(line -> line.holds().stream())
        .filter(it -> it.in(call).isPresent())
        .anyMatch(it -> it.name().startsWith("app"));
  }

  private record Made(SourceFile file, Call call, Opening opening) {}

  /** The call that gave what an expression stands for. */
  private Optional<Made> maker(SourceFile file, Expression expression) {
    Resolution resolution = resolver.resolve(file, expression);
    if (resolution instanceof Resolution.Value value && value.expression() instanceof Call call) {
      return Optional.of(new Made(value.file(), call, Opening.CALLED));
    }
    if (resolution instanceof Resolution.Entered entered
        && entered.context() instanceof Call call) {
      Opening.Manner manner =
          entered.async() ? Opening.Manner.ENTERED_ASYNC : Opening.Manner.ENTERED;
      return Optional.of(new Made(entered.file(), call, Opening.CALLED.in(manner)));
    }
    return Optional.empty();
  }

  /** Lines of what a method started; without any, those of its manner; else, of what is called. */
  private static List<CatalogueLine> madeSo(List<CatalogueLine> lines, Opening opening) {
    List<Predicate<CatalogueLine>> ways =
        List.of(opening::isStarting, opening::isOf, Opening.CALLED::isOf);
    for (Predicate<CatalogueLine> way : ways) {
      List<CatalogueLine> so = lines.stream().filter(CatalogueLine::readable).filter(way).toList();
      if (!so.isEmpty()) {
        return so;
      }
    }
    return List.of();
  }

  private Answer holds(CatalogueLine line, SourceFile file, Call call, Opening opening) {
    Answer answer = Answer.YES;
    for (CallCondition condition : line.when()) {
      Answer one = conditions.holds(condition, file, call, opening);
      if (one == Answer.NO) {
        return Answer.NO;
      }
      answer = one == Answer.MAYBE ? one : answer;
    }
    return answer;
  }

  /** Whether a line says more of a call than another one. */
  private static boolean outranks(CatalogueLine upper, CatalogueLine lower) {
    boolean decides = upper.when().stream().anyMatch(CallCondition::decisive);
    boolean lowerDecides = lower.when().stream().anyMatch(CallCondition::decisive);
    return decides == lowerDecides ? upper.when().size() > lower.when().size() : decides;
  }
}
