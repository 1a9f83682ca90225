package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fixture decorator with its arguments.
 *
 * @param maker whose decorator it is
 * @param keywords its keyword arguments, those of a {@code functools.partial} first
 * @param unknown why there may be other arguments; empty if there are none
 */
record FixtureMaking(Maker maker, List<Argument> keywords, Optional<String> unknown) {
  FixtureMaking {
    keywords = List.copyOf(keywords);
  }

  /** A keyword argument and the file it stands in. */
  record Argument(SourceFile file, String name, Expression value) {}

  FixtureMaking with(List<Argument> more, Optional<String> reason) {
    List<Argument> all = new ArrayList<>(keywords);
    all.addAll(more);
    return new FixtureMaking(maker, all, unknown.or(() -> reason));
  }

  /** The argument; unknown if it may be among those that could not be read. */
  Reading<Optional<Argument>> argument(String name) {
    Optional<Argument> stated =
        keywords.stream().filter(it -> it.name().equals(name)).reduce((first, last) -> last);
    if (stated.isEmpty() && unknown.isPresent()) {
      return Reading.unknown(unknown.orElseThrow());
    }
    return Reading.known(stated);
  }
}
