package dev.loopscope.scaffold.trace;

/**
 * What a process counted. Each of pytest-xdist's workers counts for itself.
 *
 * @param worker the process: {@code main}, or a worker's name
 * @param number from 1
 */
public record Numbered(String worker, int number) implements Comparable<Numbered> {
  @Override
  public int compareTo(Numbered other) {
    int byWorker = worker.compareTo(other.worker);
    return byWorker != 0 ? byWorker : Integer.compare(number, other.number);
  }
}
