package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import java.util.List;

/**
 * That a kind of resource needs a newer Python than suites in general on a backend.
 *
 * @param backend the backend
 * @param oldest the oldest Python it runs on there
 * @param reason why, without a full stop
 */
public record PythonNeed(Backend backend, PythonFloor oldest, String reason) {
  /** The Pythons that are too old. */
  public List<PythonFloor> tooOld() {
    return PythonFloor.ALL.subList(0, PythonFloor.ALL.indexOf(oldest));
  }
}
