package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the fixtures that are set up for a test give to it, and keep elsewhere. */
public final class Surroundings {
  private final Summaries.Query query;
  private final Closure closure;
  private final Map<String, Content> values = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Summary.Store> stores = new ArrayList<>();
  private final Map<Part.Kept, Content> kept = new HashMap<>();

  /** Of the fixtures of a closure. */
  public Surroundings(Summaries.Query query, Closure closure) {
    this.query = query;
    this.closure = closure;
    for (Fixture fixture : closure.fixtures()) {
      for (Summary.Store store : query.of(fixture.file(), fixture.function()).stores()) {
        add(store, fixture);
      }
    }
  }

  private void add(Summary.Store store, Fixture fixture) {
    Content value = filled(of(store.value(), fixture));
    // What is known of a place is no longer all.
    kept.clear();
    stores.add(new Summary.Store(store.place(), value, store.once()));
    if (store.place() instanceof Part.Parameter place) {
      for (Part part : given(place.name()).parts()) {
        if (part instanceof Part.Kept around) {
          Part.Kept there = around;
          for (String step : place.path()) {
            there = there.attribute(step);
          }
          stores.add(new Summary.Store(there, value, store.once()));
        }
      }
    }
  }

  /** A content with the values of fixtures in the places of parameters. */
  public Content filled(Content content) {
    return content.replaced(
        part -> {
          if (!(part instanceof Part.Parameter parameter)) {
            return Content.of(part);
          }
          Content value = value(parameter.name());
          for (String step : parameter.path()) {
            value = attribute(value, step);
          }
          return value;
        });
  }

  private Content attribute(Content owner, String name) {
    return Attributes.of(query, bound(owner), name);
  }

  /** A content with what the variables of modules in it hold. */
  public Content bound(Content content) {
    Content all = query.bound(content);
    Set<Part> seen = new HashSet<>();
    for (boolean more = true; more; ) {
      more = false;
      for (Part part : all.parts()) {
        if (part instanceof Part.Shared shared && seen.add(shared)) {
          all = all.and(query.bound(kept(shared)));
          more = true;
        }
      }
    }
    return all;
  }

  /** What fixtures keep at a place. */
  public Content kept(Part.Kept place) {
    Content known = kept.get(place);
    if (known != null) {
      return known;
    }
    Content all = Content.NOTHING;
    for (Summary.Store store : stores) {
      all = all.and(store.seenFrom(place));
    }
    kept.put(place, all);
    return all;
  }

  /** What a parameter gets. */
  private Content value(String name) {
    return given(name).and(kept(new Part.Parameter(name, List.of())));
  }

  /** What a fixture gives. */
  public Content given(String name) {
    Content known = values.get(name);
    if (known != null) {
      return known;
    }
    Optional<Fixture> fixture = closure.fixture(name);
    if (fixture.isEmpty()) {
      return Content.unread("`" + name + "` is no fixture of the project");
    }
    if (!open.add(name)) {
      return Content.NOTHING;
    }
    Fixture it = fixture.orElseThrow();
    Content value = filled(of(query.of(it.file(), it.function()).given(), it));
    open.remove(name);
    values.put(name, value);
    return value;
  }

  /**
   * The objects of the project's classes that fixtures give to a function, by its parameters.
   * Nothing where somebody may put something else into one.
   */
  public Map<String, Content> objects(FunctionDef function) {
    Map<String, Content> objects = new HashMap<>();
    for (Parameter parameter : function.parameters()) {
      if (closure.fixture(parameter.name()).isPresent()) {
        Content object = value(parameter.name()).map(Surroundings::object);
        if (object.parts().stream().anyMatch(Part.Instance.class::isInstance)) {
          objects.put(parameter.name(), object);
        }
      }
    }
    return objects;
  }

  private static List<Part> object(Part part) {
    return part instanceof Part.Instance || part instanceof Part.Type ? List.of(part) : List.of();
  }

  /** What is bound in it is the fixture's. */
  private static Content of(Content content, Fixture fixture) {
    return content.map(
        part -> List.of(part instanceof Part.Made made ? new Part.OfFixture(made, fixture) : part));
  }
}
