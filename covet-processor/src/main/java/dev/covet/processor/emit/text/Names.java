package dev.covet.processor.emit.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of local variables in one method: the user's name where it is free and no word of Java,
 * else with an underscore behind. Not thread-safe.
 */
public final class Names {
  /** Methods of every object: a record has no component of that name. */
  private static final List<String> OF_OBJECTS =
      List.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final Set<String> taken;
  private final Map<String, String> given = new HashMap<>();
  private boolean besideConstants;

  /** Names beside those that the method's own template uses. */
  public Names(List<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /**
   * Names that may become those of a record's components, too, in a class whose constants a
   * variable must not hide: none is in capitals.
   */
  public static Names ofComponents(List<String> taken) {
    var names = new Names(taken);
    names.taken.addAll(OF_OBJECTS);
    names.besideConstants = true;
    return names;
  }

  /** A free name like the one wished for, another one at each call. */
  public String fresh(String wish) {
    var name = besideConstants && isInCapitals(wish) ? wish + "_value" : wish;
    while (Literals.isKeyword(name) || !takes(name)) name += "_";
    return name;
  }

  private static boolean isInCapitals(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        && !name.equals(name.toLowerCase(Locale.ROOT));
  }

  /** Takes a name; says whether it was free. */
  public boolean takes(String name) {
    return taken.add(name);
  }

  /** The name given to this one, always the same. */
  public String of(String name) {
    return given.computeIfAbsent(name, this::fresh);
  }
}
