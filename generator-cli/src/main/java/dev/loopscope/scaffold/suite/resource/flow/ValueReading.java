package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.BinaryOperator;
import dev.loopscope.scaffold.python.tree.Clause.DictEntry;
import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Display.DictDisplay;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BinOp;
import dev.loopscope.scaffold.python.tree.Operation.Compare;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Operation.NamedExpr;
import dev.loopscope.scaffold.python.tree.Operation.UnaryOp;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Slice;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.resource.Opening;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what the values of a function hold. Each is gone through once, with what it does. */
public final class ValueReading {
  /** Expressions within expressions. Nobody nests deeper; generated code may. */
  private static final int DEEPEST = 100;

  /** Of containers they make another one, with the elements of both. */
  private static final Set<BinaryOperator> JOINING =
      Set.of(BinaryOperator.ADD, BinaryOperator.MULTIPLY, BinaryOperator.BIT_OR);

  private final Summaries.Query query;
  private final Frame frame;
  private final Variables names;
  private final Attributes attributes;
  private final FollowedCalls calls;
  private final IdentityHashMap<Node, Content> done = new IdentityHashMap<>();

  /** FollowedCalls of the project's coroutine functions: what they wait for is known. */
  private final IdentityHashMap<Node, Boolean> followed = new IdentityHashMap<>();

  /** How many expressions are being gone through, one within the other. */
  private int depth;

  /** Of the function that a frame is of. */
  public ValueReading(Summaries.Query query, Frame frame) {
    this.query = query;
    this.frame = frame;
    this.names = new Variables(query.resolver());
    this.attributes = new Attributes(query, frame, this);
    this.calls = new FollowedCalls(query, frame, this, attributes);
  }

  /** What an expression holds. */
  public Content of(Expression expression) {
    Content known = done.get(expression);
    if (known == null) {
      depth++;
      known =
          depth > DEEPEST || isLongChain(expression)
              ? Content.unread("it is nested too deep to be followed")
              : evaluated(expression);
      depth--;
      done.put(expression, known);
    }
    return known;
  }

  /** Whether names would have to be looked up behind so many calls, attributes and elements. */
  private static boolean isLongChain(Expression expression) {
    Expression link = expression;
    for (int length = 0; length < DEEPEST; length++) {
      if (link instanceof Call call) {
        link = call.function();
      } else if (link instanceof Attribute attribute) {
        link = attribute.value();
      } else if (link instanceof Subscript subscript) {
        link = subscript.value();
      } else {
        return false;
      }
    }
    return true;
  }

  /** What an expression holds, with which this is done at once. */
  private Content of(Expression expression, Opening.Manner manner) {
    if (expression instanceof Call call && !done.containsKey(call) && !isLongChain(call)) {
      done.put(call, calls.of(call, manner));
    }
    return of(expression);
  }

  private Content evaluated(Expression expression) {
    if (expression instanceof Name name) {
      return name(name);
    }
    if (expression instanceof Attribute attribute) {
      return attributes.of(attribute);
    }
    if (expression instanceof Call call) {
      return calls.of(call, Opening.Manner.CALLED);
    }
    if (expression instanceof Await await) {
      return awaited(await);
    }
    if (expression instanceof Subscript subscript && subscript.slice() instanceof Slice) {
      of(subscript.slice());
      return of(subscript.value()).copied();
    }
    if (expression instanceof Subscript subscript) {
      return element(of(subscript.value()), key(subscript.slice()));
    }
    if (expression instanceof Lambda lambda) {
      return captured(lambda.body());
    }
    if (expression instanceof NamedExpr named) {
      Content value = of(named.value());
      assign(named.target(), value);
      return value;
    }
    return ofParts(expression);
  }

  private Content ofParts(Expression expression) {
    if (expression instanceof Literal || expression instanceof FormattedText) {
      return Content.NOTHING;
    }
    if (expression instanceof Comprehension) {
      return comprehension(expression);
    }
    if (expression instanceof DictDisplay dict) {
      Content all = Content.NOTHING;
      for (DictEntry entry : dict.entries()) {
        Content value = of(entry.value());
        all =
            entry.key().isPresent()
                ? all.with(List.of(key(entry.key().orElseThrow())), value)
                : all.and(value.copied());
      }
      return all;
    }
    if (expression instanceof Display) {
      return new Content(Set.of(), Map.of()).with(List.of(Content.ELEMENTS), children(expression));
    }
    if (expression instanceof BinOp joined && JOINING.contains(joined.operator())) {
      return of(joined.left()).copied().and(of(joined.right()).copied()).uncertain();
    }
    Content all = children(expression);
    boolean computed =
        expression instanceof BinOp
            || expression instanceof UnaryOp
            || expression instanceof Compare;
    return computed ? all.asked() : all;
  }

  /** The variables of its clauses are seen by its own parts alone. */
  private Content comprehension(Expression expression) {
    Map<String, Content> around = new LinkedHashMap<>(frame.variables);
    expression.forEachChild(
        child -> {
          if (child instanceof ForClause clause) {
            Content elements = of(clause.iterable());
            if (clause.async()) {
              frame.waitFor(elements);
            }
            if (clause.target() instanceof Name target) {
              frame.variables.put(target.id(), element(elements, Content.ELEMENTS));
            }
          }
        });
    Content all = children(expression);
    expression.forEachChild(
        child -> {
          if (child instanceof ForClause clause && clause.target() instanceof Name target) {
            frame.variables.remove(target.id());
            Optional.ofNullable(around.get(target.id()))
                .ifPresent(it -> frame.variables.put(target.id(), it));
          }
        });
    return Content.NOTHING.with(List.of(Content.ELEMENTS), all);
  }

  private Content children(Node node) {
    Content[] all = {Content.NOTHING};
    node.forEachChild(
        child -> {
          if (child instanceof Starred starred) {
            all[0] = all[0].and(of(starred.value()).flat());
          } else if (child instanceof Expression part) {
            all[0] = all[0].and(of(part));
          }
        });
    return all[0];
  }

  private Content name(Name name) {
    Content variable = frame.variables.get(name.id());
    Variables.Owner owner =
        variable == null ? Variables.owner(frame.file, name) : Variables.Owner.FUNCTION;
    return switch (owner) {
      case FUNCTION -> variable == null ? Content.NOTHING : variable;
      case AROUND -> Content.of(new Part.Parameter(name.id(), List.of()));
      case MODULE -> names.ofModule(frame.file, name);
    };
  }

  /** Whether the name at the root of an expression is no module's. */
  boolean isLocal(Expression expression) {
    Expression root = expression;
    while (!(root instanceof Name)) {
      if (root instanceof Attribute attribute) {
        root = attribute.value();
      } else {
        return true;
      }
    }
    Name name = (Name) root;
    return frame.variables.containsKey(name.id())
        || Variables.owner(frame.file, name) != Variables.Owner.MODULE;
  }

  private Content awaited(Await await) {
    Content value = of(await.value(), Opening.Manner.AWAITED);
    Optional<Content> made = calls.awaited(await.value(), value);
    if (made.isPresent()) {
      return made.orElseThrow();
    }
    if (!followed.containsKey(await.value())) {
      frame.waitFor(value);
      frame.finish(value);
    }
    return value;
  }

  /** What the first parameter of a method is: an object, or the class itself. */
  Optional<Part> receiver(FunctionDef method, ClassRef type) {
    return attributes.receiver(method, type);
  }

  /** What is given as a method's object, as it is written; {@code super()} is the object itself. */
  Expression written(Expression owner) {
    return attributes.written(owner);
  }

  /** Keeps a decorated function in what decorates it, if that answers requests by it. */
  void decorated(Expression decorator, FunctionDef function) {
    calls.decorated(decorator, function);
  }

  /** Calls a function with these arguments, and gives what it gives. */
  public Content applied(Part.Code code, Content callee, Map<String, Content> arguments) {
    return calls.applied(code, callee, arguments);
  }

  /** What reading a property gives, and all that it does. */
  Content read(Attribute written, Part.Code property, Content callee) {
    return calls.read(written, property, callee);
  }

  /** Reads an attribute if that calls something. */
  void readProperty(Attribute attribute) {
    if (attribute.value() instanceof Name && attributes.property(attribute).isPresent()) {
      of(attribute);
    }
  }

  /** Notes that what a call waits for is known from its function. */
  void follow(Node call) {
    followed.put(call, true);
  }

  /** What an expression gives to whoever has a loop run it. */
  Content run(Expression coroutine) {
    Content value = of(coroutine, Opening.Manner.AWAITED);
    return calls.awaited(coroutine, value).orElse(value);
  }

  /** Whether what a call waits for is known from its function. */
  boolean isFollowed(Node call) {
    return followed.containsKey(call);
  }

  /** What a {@code with} block binds. */
  public Content entered(Expression context, boolean async) {
    Content manager = of(context, async ? Opening.Manner.ENTERED_ASYNC : Opening.Manner.ENTERED);
    if (async && !followed.containsKey(context)) {
      frame.waitFor(manager);
    }
    return calls.entered(context, manager, async);
  }

  /** A function that is defined within this one, with what it uses of this one. */
  public Content closure(FunctionDef inner) {
    Content captured = captured(inner);
    Content code = Content.of(new Part.Code(frame.file, inner));
    return code.and(captured);
  }

  private Content captured(Node inner) {
    Map<String, Content> used = new LinkedHashMap<>();
    Walk.preOrder(
        inner,
        node -> {
          if (node instanceof Name name) {
            Optional.ofNullable(frame.variables.get(name.id()))
                .ifPresent(value -> used.put(name.id(), value));
          }
        });
    return new Content(Set.of(), used);
  }

  /** What an element of a container holds, by what it is found. */
  public static Content element(Content container, String key) {
    Content any = container.attribute(key).orElse(Content.NOTHING);
    if (!key.equals(Content.ELEMENTS)) {
      return container.attributes().containsKey(key)
          ? any
          : any.and(container.attributes().getOrDefault(Content.ELEMENTS, Content.NOTHING));
    }
    return any.and(new Content(container.reachable(), Map.of()));
  }

  /**
   * By what an element is found: a text, a function, or a variable that a module binds once; others
   * are not told apart.
   */
  public String key(Expression slice) {
    if (slice instanceof StringLiteral text) {
      return "[" + text.value() + "]";
    }
    if (slice instanceof Name || slice instanceof Attribute) {
      Set<Part> parts = of(slice).parts();
      if (parts.size() == 1 && parts.iterator().next() instanceof Part.Code code) {
        return key(code);
      }
      if (parts.size() == 1 && parts.iterator().next() instanceof Part.Shared constant) {
        return key(slice, constant);
      }
    }
    return Content.ELEMENTS;
  }

  private String key(Expression slice, Part.Shared constant) {
    Optional<String> text = query.resolver().string(frame.file, slice).toOptional();
    boolean once = constant.file().names().bindings(constant.name()).size() == 1;
    return text.isPresent()
        ? "[" + text.orElseThrow() + "]"
        : once && constant.path().isEmpty()
            ? "[" + constant.file().path() + ":" + constant.name() + "]"
            : Content.ELEMENTS;
  }

  /** By what the element for a function is found. */
  public static String key(Part.Code code) {
    return "[" + code.file().path() + ":" + code.function().start() + "]";
  }

  /** Binds a target, or keeps a value where the target stands for something kept. */
  public void assign(Expression target, Content value) {
    if (target instanceof Name name) {
      assign(name, value);
    } else if (target instanceof Attribute attribute) {
      attributes.assign(attribute, value);
    } else if (target instanceof Subscript subscript && isOfGlobals(subscript)) {
      String name = ((StringLiteral) subscript.slice()).value();
      frame.keep(names.shared(frame.file, name, 0), value);
    } else if (target instanceof Subscript subscript) {
      attributes.keep(subscript.value(), key(subscript.slice()), value);
    } else if (target instanceof Starred starred) {
      assign(starred.value(), value);
    } else if (target instanceof Display display) {
      display.forEachChild(
          child -> {
            if (child instanceof Expression part) {
              assign(part, element(value, Content.ELEMENTS));
            }
          });
    }
  }

  /** {@code globals()["name"]}. */
  private static boolean isOfGlobals(Subscript subscript) {
    return subscript.slice() instanceof StringLiteral
        && subscript.value() instanceof Call call
        && call.function() instanceof Name name
        && name.id().equals("globals");
  }

  private void assign(Name name, Content value) {
    Variables.Owner owner = Variables.owner(frame.file, name);
    if (owner == Variables.Owner.MODULE) {
      frame.keep(names.shared(frame.file, name.id(), 0), value);
    } else if (owner == Variables.Owner.AROUND) {
      frame.keep(new Part.Parameter(name.id(), List.of()), value);
    } else {
      frame.variables.merge(
          name.id(), value, (before, now) -> frame.conditional ? before.and(now) : now);
    }
  }

  /** What a name stands for that is none of the project's, such as {@code asyncio.run}. */
  public Optional<String> libraryName(Expression callee) {
    return isLocal(callee)
        ? Optional.empty()
        : query.resolver().resolve(frame.file, callee) instanceof Resolution.External external
            ? Optional.of(external.qualifiedName())
            : Optional.empty();
  }
}
