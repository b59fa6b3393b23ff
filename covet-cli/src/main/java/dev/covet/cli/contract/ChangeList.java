package dev.covet.cli.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The changes of an API, each once, in the order of its operations. Not thread-safe. */
final class ChangeList {
  /** Most operations that are named for one change. */
  static final int OPERATIONS_SHOWN_MAX = 4;

  private final Set<Change> changes = new LinkedHashSet<>();

  void add(Change change) {
    changes.add(change);
  }

  List<Change> all() {
    return List.copyOf(changes);
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether clients break, as far as that can be judged. */
  boolean breaks() {
    return changes.stream().anyMatch(change -> change.effect() != Effect.COMPATIBLE);
  }

  /** How many there are of each effect: {@code 1 change breaks clients, 2 are compatible}. */
  String counts() {
    var breaking = linesOf(Effect.BREAKS).size();
    var maybe = linesOf(Effect.MAY_BREAK).size();
    var compatible = linesOf(Effect.COMPATIBLE).size();
    var counts = new ArrayList<String>();
    if (breaking > 0) counts.add(breaking + (breaking == 1 ? " breaks" : " break") + " clients");
    if (maybe > 0) counts.add(maybe + " may break clients");
    if (compatible > 0) counts.add(compatible + (compatible == 1 ? " is" : " are") + " compatible");
    var total = breaking + maybe + compatible;
    return total + (total == 1 ? " change: " : " changes: ") + String.join(", ", counts);
  }

  /** All of them for people: a heading for each effect, a line for what is the same change. */
  String text() {
    var lines = new StringBuilder();
    for (var effect : Effect.values()) {
      var same = linesOf(effect);
      if (!same.isEmpty()) {
        lines.append('\n').append(effect.title()).append(":\n");
        same.forEach(line -> lines.append("  ").append(line).append('\n'));
      }
    }
    return lines.toString();
  }

  private List<String> linesOf(Effect effect) {
    var operations = new LinkedHashMap<String, List<String>>();
    changes.stream()
        .filter(change -> change.effect() == effect)
        .forEach(change ->
            operations
                .computeIfAbsent(change.text(), _ -> new ArrayList<>())
                .add(change.operation()));
    return operations.entrySet().stream()
        .map(line -> sentence(line.getValue(), line.getKey()))
        .toList();
  }

  /** What is said of operations themselves, or of something in them. */
  private static String sentence(List<String> operations, String text) {
    if (!text.startsWith("is ") && !text.startsWith("has ")) return shown(operations) + ": " + text;
    return shown(operations)
        + " "
        + (operations.size() == 1
            ? text
            : text.replaceFirst("^is ", "are ").replaceFirst("^has ", "have "));
  }

  private static String shown(List<String> operations) {
    var more = operations.size() - OPERATIONS_SHOWN_MAX;
    var named = operations.stream().limit(OPERATIONS_SHOWN_MAX).collect(Collectors.joining(", "));
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
