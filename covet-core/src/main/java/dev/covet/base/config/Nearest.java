package dev.covet.base.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the words that somebody may have meant who wrote another. */
final class Nearest {
  /** Most words that are proposed. */
  private static final int WORDS_MAX = 2;

  private Nearest() {}

  /**
   * The nearest words, if any is near; several only if they are equally near.
   *
   * @param charsPerError a word is near if at most one of so many of its characters is wrong
   */
  static List<String> of(String word, Collection<String> known, int charsPerError) {
    var byDistance = new TreeMap<Integer, TreeSet<String>>();
    for (var each : known) {
      var most = Math.max(1, Math.min(word.length(), each.length()) / charsPerError);
      if (Math.abs(word.length() - each.length()) > most) continue; // so are most names
      var distance = distance(word, each, most);
      if (distance <= most) byDistance.computeIfAbsent(distance, _ -> new TreeSet<>()).add(each);
    }
    return byDistance.isEmpty()
        ? List.of()
        : byDistance.firstEntry().getValue().stream().limit(WORDS_MAX).toList();
  }

  /**
   * Characters to put in, take out, replace or swap with the next to get from one to the other.
   *
   * @param most from which on it does not matter how many: it is any number above that, then
   */
  private static int distance(String from, String to, int most) {
    var twoBefore = new int[to.length() + 1];
    var before = new int[to.length() + 1];
    Arrays.setAll(before, j -> j);
    for (int i = 1; i <= from.length(); i++) {
      var row = new int[to.length() + 1];
      row[0] = i;
      var least = i;
      for (int j = 1; j <= to.length(); j++) {
        var replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        var nearest = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
        row[j] = isSwap(from, i, to, j) ? Math.min(nearest, twoBefore[j - 2] + 1) : nearest;
        least = Math.min(least, row[j]);
      }
      if (least > most) return least; // further rows have no less
      twoBefore = before;
      before = row;
    }
    return before[to.length()];
  }

  private static boolean isSwap(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
