package dev.loopscope.scaffold.suite.resource.value;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import java.util.ArrayList;
import java.util.List;

/** One thing that a value is, or has to do with. */
public sealed interface Part {
  /**
   * Something bound to a loop.
   *
   * @param certain whether the value is it or comes with it for sure, and is no mere number or text
   *     that was asked of it
   * @param driven whether synchronous code ran a loop to make it
   */
  record Made(Thing thing, boolean certain, boolean driven) implements Part {
    Made asked() {
      return new Made(thing, false, driven);
    }

    /** The same, made on a loop that was run by hand. */
    public Made onDrivenLoop() {
      return new Made(thing, certain, true);
    }
  }

  /**
   * Something bound that a fixture made, as others see it.
   *
   * @param fixture whose it is
   */
  record OfFixture(Made made, Fixture fixture) implements Part {
    OfFixture asked() {
      return new OfFixture(made.asked(), fixture);
    }
  }

  /**
   * A client that runs its application on a loop of its own, in another thread: on one for each
   * request, or on one for as long as it is entered.
   *
   * @param file the file of the place
   * @param place the call that makes it
   * @param entered whether its context is entered
   */
  record Client(SourceFile file, Call place, boolean entered) implements Part {
    /** The same, with its context entered. */
    public Client entering() {
      return new Client(file, place, true);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Client that
          && SameNode.is(that.place, place)
          && that.entered == entered;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(place);
    }
  }

  /** A place that outlives the function, or was there before it. */
  sealed interface Kept extends Part {
    /** The attributes that lead from the root to the place. */
    List<String> path();

    /** What the place is called at its root. */
    String name();

    /** One attribute further on. */
    Kept attribute(String name);

    /** The whole of it. */
    Kept root();

    /** Whether what is kept here can be got at from another place. */
    default boolean isAt(Kept other) {
      int common = Math.min(path().size(), other.path().size());
      return root().equals(other.root())
          && path().subList(0, common).equals(other.path().subList(0, common));
    }
  }

  /** What a parameter, or a variable of the function around, holds. */
  record Parameter(String name, List<String> path) implements Kept {
    /** Keeps an unmodifiable copy. */
    public Parameter {
      path = List.copyOf(path);
    }

    @Override
    public Parameter attribute(String next) {
      return new Parameter(name, longer(path, next));
    }

    @Override
    public Parameter root() {
      return new Parameter(name, List.of());
    }
  }

  /**
   * What a variable of a module holds, or an attribute of a class.
   *
   * @param file the module's file
   * @param name the variable, or {@code Class.attribute}
   */
  record Shared(SourceFile file, String name, List<String> path) implements Kept {
    /** Keeps an unmodifiable copy. */
    public Shared {
      path = List.copyOf(path);
    }

    @Override
    public Shared attribute(String next) {
      return new Shared(file, name, longer(path, next));
    }

    @Override
    public Shared root() {
      return new Shared(file, name, List.of());
    }
  }

  /**
   * What somebody keeps outside of the project's modules, where every test finds it: an attribute
   * of a library's module, or of an object that pytest has one of.
   *
   * @param name the attribute with its owner, such as {@code request.cls.client}
   */
  record Outside(String name, List<String> path) implements Kept {
    /** Keeps an unmodifiable copy. */
    public Outside {
      path = List.copyOf(path);
    }

    @Override
    public Outside attribute(String next) {
      return new Outside(name, longer(path, next));
    }

    @Override
    public Outside root() {
      return new Outside(name, List.of());
    }
  }

  /** An object of a class of the project. */
  record Instance(ClassRef type) implements Part {}

  /** A class of the project itself. */
  record Type(ClassRef type) implements Part {}

  /** A function of the project; what it needs of its surroundings are the value's attributes. */
  record Code(SourceFile file, FunctionDef function) implements Part {
    @Override
    public boolean equals(Object other) {
      return other instanceof Code that && SameNode.is(that.function, function);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(function);
    }
  }

  /** Anything. */
  record Unread(String reason) implements Part {}

  private static List<String> longer(List<String> path, String next) {
    // Deeper places are told apart no more.
    if (path.size() == 3) {
      return path;
    }
    List<String> all = new ArrayList<>(path);
    all.add(next);
    return all;
  }
}
