package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what attributes hold, and keeps what is assigned to them. */
public final class Attributes {
  /** The attribute of a bound method that is its object. */
  public static final String RECEIVER = "()";

  /** Of classes with more methods, what one does to its object is not followed into the others. */
  private static final int MOST_METHODS = 24;

  private static final Set<String> CACHED = Set.of("functools.cached_property");

  private static final Set<String> PROPERTIES =
      Set.of("builtins.property", "functools.cached_property");

  private final Summaries.Query query;
  private final Frame frame;
  private final ValueReading values;
  private final Variables names;
  private final SuperCalls supers;

  Attributes(Summaries.Query query, Frame frame, ValueReading values) {
    this.query = query;
    this.frame = frame;
    this.values = values;
    this.names = new Variables(query.resolver());
    this.supers = new SuperCalls(query.resolver(), frame);
  }

  /** The object behind {@code super()}, as its method names it; else the expression itself. */
  Expression written(Expression owner) {
    return supers.is(owner) ? supers.self(owner).map(Expression.class::cast).orElse(owner) : owner;
  }

  private Content ofSuper(Attribute attribute) {
    Content self = supers.self(attribute.value()).map(values::of).orElse(Content.NOTHING);
    Optional<Resolution.Function> member = supers.member(attribute);
    if (member.isPresent()) {
      return method(member.orElseThrow().file(), member.orElseThrow().definition(), self);
    }
    return supers.isPlain(attribute)
        ? self.map(
            part -> List.of(part instanceof Part.Type it ? new Part.Instance(it.type()) : part))
        : Content.unread("`" + attribute.attr() + "` is of a base class");
  }

  /** What an attribute holds. */
  Content of(Attribute attribute) {
    if (supers.is(attribute.value())) {
      return ofSuper(attribute);
    }
    if (!values.isLocal(attribute)) {
      Resolution owner = query.resolver().resolve(frame.file, attribute.value());
      if (owner instanceof Resolution.Module module) {
        return names.member(module.file(), attribute.attr());
      }
      if (owner instanceof Resolution.External || owner instanceof Resolution.Namespace) {
        return values
            .libraryName(attribute)
            .filter(it -> !LibraryCalls.isHarmless(it))
            .map(it -> Content.unread("`" + it + "` is of a library"))
            .orElse(Content.NOTHING)
            .and(outside(owner, attribute.attr()));
      }
    }
    Content owner = values.of(attribute.value());
    Optional<Resolution.Function> property = property(attribute);
    if (property.isPresent()) {
      Resolution.Function it = property.orElseThrow();
      Content bound = method(it.file(), it.definition(), query.bound(owner));
      Content given = values.read(attribute, new Part.Code(it.file(), it.definition()), bound);
      keepCached(owner, attribute.attr(), given);
      return given;
    }
    Content given = of(owner, attribute.attr());
    keepCached(owner, attribute.attr(), given);
    return given;
  }

  /** The property that an attribute is, if what has it is one object of a class of the project. */
  Optional<Resolution.Function> property(Attribute attribute) {
    Content owner = query.bound(values.of(attribute.value()));
    List<ClassRef> types =
        owner.parts().stream()
            .flatMap(it -> it instanceof Part.Instance one ? Stream.of(one.type()) : Stream.of())
            .toList();
    return types.size() == 1
            && !owner.attributes().containsKey(attribute.attr())
            && query.resolver().member(types.get(0), attribute.attr())
                instanceof Resolution.Function it
            && is(query, it.file(), it.definition(), PROPERTIES)
        ? Optional.of(it)
        : Optional.empty();
  }

  /** What {@code cached_property} makes when it is first asked for stays with its object. */
  private void keepCached(Content owner, String name, Content given) {
    boolean cached =
        query.bound(owner).parts().stream()
            .anyMatch(
                part ->
                    part instanceof Part.Instance it
                        && query.resolver().member(it.type(), name)
                            instanceof Resolution.Function property
                        && is(query, property.file(), property.definition(), CACHED));
    if (cached) {
      boolean once = frame.once;
      frame.once = true;
      for (Part part : owner.parts()) {
        if (part instanceof Part.Kept place) {
          frame.keep(place.attribute(name), given);
          // No block around ends it.
          frame.kept(List.of(new Summary.Store(place.attribute(name), given, true)));
        }
      }
      frame.once = once;
    }
  }

  /** People set attributes of {@code pytest} itself, for all tests to find. */
  private static Content outside(Resolution owner, String name) {
    return owner instanceof Resolution.External it && it.qualifiedName().equals("pytest")
        ? Content.of(new Part.Outside("pytest." + name, List.of()))
        : Content.NOTHING;
  }

  /** What an attribute of a value holds. */
  Content of(Content owner, String name) {
    return of(query, owner, name);
  }

  /** What an attribute of a value holds. */
  static Content of(Summaries.Query query, Content owner, String name) {
    Content held = query.bound(owner);
    if (name.equals("__class__")) {
      return type(held);
    }
    Optional<Content> found = held.attribute(name);
    boolean placed = held.parts().stream().anyMatch(Part.Kept.class::isInstance);
    Content methods = Content.NOTHING;
    for (Part part : held.parts()) {
      Optional<ClassRef> type =
          part instanceof Part.Instance it
              ? Optional.of(it.type())
              : part instanceof Part.Type it ? Optional.of(it.type()) : Optional.empty();
      if (type.isPresent() && !held.attributes().containsKey(name)) {
        Resolution resolution = query.resolver().member(type.orElseThrow(), name);
        boolean defined =
            resolution instanceof Resolution.Function || resolution instanceof Resolution.Class;
        if (placed && !defined && !(resolution instanceof Resolution.Value)) {
          // What is set somewhere is kept at that place.
          continue;
        }
        Content member = member(query, type.orElseThrow(), name, held);
        if (defined) {
          methods = methods.and(member);
          continue;
        }
        found = Optional.of(found.map(it -> it.and(member)).orElse(member));
      }
    }
    if (!methods.equals(Content.NOTHING)) {
      return methods;
    }
    return found.orElseGet(() -> Content.unread("`" + name + "` is an attribute of an object"));
  }

  private static Content member(
      Summaries.Query query, ClassRef type, String name, Content receiver) {
    Resolution member = query.resolver().member(type, name);
    if (member instanceof Resolution.Function function) {
      Content bound = method(query, function.file(), function.definition(), receiver);
      return is(query, function.file(), function.definition(), PROPERTIES)
          ? FollowedCalls.givenBy(query, bound)
          : bound;
    }
    if (member instanceof Resolution.Class inner) {
      return Content.of(new Part.Type(inner.reference()));
    }
    if (member instanceof Resolution.Value || !receiver.parts().contains(new Part.Instance(type))) {
      return Content.of(new Part.Shared(type.file(), type.name() + "." + name, List.of()));
    }
    return Content.unread("`" + name + "` of `" + type.name() + "` is set somewhere else");
  }

  /** The class of an object, where it is one of the project. */
  static Content type(Content object) {
    boolean known = object.parts().stream().anyMatch(Part.Instance.class::isInstance);
    return known
        ? new Content(object.parts(), Map.of())
            .map(
                part ->
                    part instanceof Part.Instance it
                        ? List.of(new Part.Type(it.type()))
                        : List.of())
        : object.flat();
  }

  /** What the first parameter of a method is: an object, or the class itself. */
  Optional<Part> receiver(FunctionDef method, ClassRef type) {
    if (isLarge(type) || is(query, frame.file, method, Set.of("builtins.staticmethod"))) {
      return Optional.empty();
    }
    return Optional.of(
        is(query, frame.file, method, Set.of("builtins.classmethod"))
            ? new Part.Type(type)
            : new Part.Instance(type));
  }

  private boolean isLarge(ClassRef type) {
    return query.resolver().mro(type).classes().stream()
            .flatMap(it -> it.definition().body().stream())
            .filter(FunctionDef.class::isInstance)
            .limit(MOST_METHODS + 1L)
            .count()
        > MOST_METHODS;
  }

  /** A function bound to an object, or to its class. */
  Content method(SourceFile file, FunctionDef function, Content receiver) {
    return method(query, file, function, receiver);
  }

  private static Content method(
      Summaries.Query query, SourceFile file, FunctionDef function, Content receiver) {
    Content code = Content.of(new Part.Code(file, function));
    if (is(query, file, function, Set.of("builtins.staticmethod"))) {
      return code;
    }
    Content self = receiver;
    if (is(query, file, function, Set.of("builtins.classmethod"))) {
      self =
          receiver.map(
              part ->
                  part instanceof Part.Instance it
                      ? List.of(new Part.Type(it.type()))
                      : List.of(part));
    }
    return code.with(List.of(RECEIVER), self);
  }

  private static boolean is(
      Summaries.Query query, SourceFile file, FunctionDef function, Set<String> decorators) {
    return function.decorators().stream()
        .anyMatch(
            it ->
                query.resolver().qualifiedName(file, it).filter(decorators::contains).isPresent());
  }

  /** Keeps a value in an attribute. */
  void assign(Attribute target, Content value) {
    if (!values.isLocal(target)
        && query.resolver().resolve(frame.file, target.value())
            instanceof Resolution.Module module) {
      frame.keep(names.shared(module.file(), target.attr(), 8), value);
      return;
    }
    if (!values.isLocal(target)) {
      Resolution owner = query.resolver().resolve(frame.file, target.value());
      for (Part part : outside(owner, target.attr()).parts()) {
        frame.keep((Part.Outside) part, value);
      }
    }
    keep(target.value(), target.attr(), value);
  }

  /** Keeps a value in what an expression stands for. */
  void keep(Expression owner, String attribute, Content value) {
    Content place = values.of(owner);
    for (Part part : place.parts()) {
      keep(part, attribute, kept(value, part, place));
    }
    remember(owner, List.of(attribute), value);
  }

  /**
   * A value as it is kept in one thing that its owner is, which may be something unread instead.
   */
  Content kept(Content value, Part part, Content owner) {
    boolean other = owner.isUnread() && !query.bound(Content.of(part)).isUnread();
    return other ? value.uncertain() : value;
  }

  private void keep(Part owner, String attribute, Content value) {
    if (owner instanceof Part.Kept place) {
      frame.keep(place.attribute(attribute), value);
    } else if (owner instanceof Part.Type type && !Content.isElement(attribute)) {
      frame.keep(
          new Part.Shared(type.type().file(), type.type().name() + "." + attribute, List.of()),
          value);
    }
  }

  /** Adds a value to the variable at the root of an expression. */
  void remember(Expression owner, List<String> path, Content value) {
    if (owner instanceof Name name) {
      frame.variables.computeIfPresent(name.id(), (id, before) -> before.with(path, value));
    } else if (owner instanceof Attribute attribute) {
      remember(attribute.value(), longer(attribute.attr(), path), value);
    } else if (owner instanceof Subscript subscript) {
      remember(subscript.value(), longer(values.key(subscript.slice()), path), value);
    }
  }

  private static List<String> longer(String first, List<String> path) {
    List<String> all = new ArrayList<>(path);
    all.add(0, first);
    return all;
  }
}
