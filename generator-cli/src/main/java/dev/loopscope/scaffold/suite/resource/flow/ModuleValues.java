package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.List;

/** Says what variables of modules and attributes of classes are bound to by the import. */
final class ModuleValues {
  private final Resolver resolver;

  ModuleValues(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What a variable is bound to, as far as its module says so. */
  Content of(Summaries.Query query, Part.Shared shared) {
    Content all = Content.NOTHING;
    for (Binding binding : bindings(shared)) {
      if (binding instanceof Binding.Assigned assigned) {
        all = all.and(value(query, shared.file(), assigned.value()));
      } else if (binding instanceof Binding.Opaque opaque) {
        all = all.and(Content.unread(opaque.reason()));
      }
    }
    for (String step : shared.path()) {
      all = all.attribute(step).orElse(Content.NOTHING);
    }
    for (Summary.Store store : query.ofModule(shared.file()).stores()) {
      all = all.and(store.seenFrom(shared));
    }
    return all;
  }

  private List<Binding> bindings(Part.Shared shared) {
    int dot = shared.name().indexOf('.');
    if (dot < 0) {
      return shared.file().names().bindings(shared.name());
    }
    return resolver.member(shared.file(), shared.name().substring(0, dot))
            instanceof Resolution.Class type
        ? bindings(type.definition(), shared)
        : List.of();
  }

  private static List<Binding> bindings(ClassDef type, Part.Shared shared) {
    return shared
        .file()
        .names()
        .bindings(type, shared.name().substring(type.name().id().length() + 1));
  }

  private static Content value(Summaries.Query query, SourceFile file, Expression expression) {
    return query.once(
        expression, () -> new ValueReading(query, Frame.ofModule(file, List.of())).of(expression));
  }
}
