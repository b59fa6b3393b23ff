package dev.covet.cli.contract;

import dev.covet.cli.document.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which shape became which. Those that a tag, a name or their content makes the same are found
 * first; then those of one type, in their order, unless tags say that they are not.
 *
 * @param matched shapes before and after
 * @param gone shapes that have no successor
 * @param added shapes that were not there
 */
record Pairing(List<Pair> matched, List<Alternative> gone, List<Alternative> added) {
  /** A shape before and after. */
  record Pair(Alternative before, Alternative after) {}

  static Pairing of(
      List<Alternative> before,
      List<Alternative> after,
      BiPredicate<Alternative, Alternative> isSame) {
    if (before.size() == 1 && after.size() == 1) {
      var only = new Pair(before.getFirst(), after.getFirst());
      return new Pairing(List.of(only), List.of(), List.of());
    }
    var pairing = new Pairing(new ArrayList<>(), new ArrayList<>(before), new ArrayList<>(after));
    pairing.match((a, b) -> !a.tag().isEmpty() && a.tag().equals(b.tag()));
    pairing.match((a, b) -> isNamed(a, b) && a.type().equals(b.type()));
    pairing.match(isSame);
    pairing.match((a, b) -> isUntagged(a, b) && a.type().equals(b.type()));
    pairing.match((a, b) -> isUntagged(a, b) && a.isKinTo(b));
    return pairing;
  }

  private static boolean isNamed(Alternative one, Alternative other) {
    return !one.name().isEmpty() && one.name().equals(other.name());
  }

  private static boolean isUntagged(Alternative one, Alternative other) {
    return one.tag().isEmpty() || other.tag().isEmpty();
  }

  private void match(BiPredicate<Alternative, Alternative> fits) {
    for (var each : List.copyOf(gone)) {
      added.stream()
          .filter(other -> fits.test(each, other))
          .findFirst()
          .ifPresent(other -> {
            matched.add(new Pair(each, other));
            gone.remove(each);
            added.remove(other);
          });
    }
  }
}
