package dev.covet.data.postgres;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How far a replica is behind: by the positions in its log that the primary had, and when. So it
 * needs no clock but ours; the end of a replica that is cut off is no nearer for being its own. For
 * one thread at a time.
 */
final class ReplicaLag {
  private final long keptNanos;
  private final Deque<Place> primary = new ArrayDeque<>();

  /** Where a log ended at a moment of {@link System#nanoTime}. */
  record Place(long nanos, long position) {
    /**
     * A place as PostgreSQL writes it: {@code 16/B374D848}.
     *
     * @throws NumberFormatException if it is none
     */
    static Place of(long nanos, String text) {
      var slash = text.indexOf('/');
      var high = Long.parseLong(text.substring(0, Math.max(slash, 0)), 16);
      return new Place(nanos, high << 32 | Long.parseLong(text.substring(slash + 1), 16));
    }
  }

  /**
   * Knows nothing yet.
   *
   * @param kept how long it has to look back
   */
  ReplicaLag(Duration kept) {
    this.keptNanos = kept.toNanos();
  }

  /**
   * Notes where the primary is. One that is further back is another primary, after a switch-over.
   */
  void primaryIsAt(Place place) {
    if (!primary.isEmpty() && primary.getLast().position() > place.position()) primary.clear();
    primary.addLast(place);
    while (primary.size() > 1 && place.nanos() - primary.getFirst().nanos() > keptNanos) {
      primary.removeFirst();
    }
  }

  /**
   * How long ago, when the primary was last seen, it was where a replica is now; empty if that is
   * longer ago than is known.
   */
  Optional<Duration> behind(Place replica) {
    for (var places = primary.descendingIterator(); places.hasNext(); ) {
      var place = places.next();
      if (place.position() <= replica.position()) {
        return Optional.of(Duration.ofNanos(primary.getLast().nanos() - place.nanos()));
      }
    }
    return Optional.empty();
  }
}
