package dev.covet.base.inject;

import org.jspecify.annotations.Nullable;

/**
 * What a service is asked by.
 *
 * @param type the full type with its arguments, nested types after a dot: {@code
 *     java.util.List<heroes.Outer.Hero>}
 * @param qualifier the qualifier as written, for example {@code @heroes.Bucket("avatars")}; empty
 *     for none
 */
public record Key(String type, String qualifier) {
  /**
   * The key of a class without type arguments.
   *
   * @throws IllegalArgumentException for a local or anonymous class, which nobody could ask for
   */
  public static Key of(Class<?> type) {
    var name = type.getCanonicalName();
    if (name == null) {
      throw new IllegalArgumentException(type + " has no name; declare it as a member");
    }
    return new Key(name, "");
  }

  /**
   * The key of a type with arguments, written out in full: {@code java.util.List<heroes.Hero>}.
   * Spaces between the arguments make no difference.
   */
  public static Key of(String type) {
    return new Key(type.replace(", ", ","), "");
  }

  /** This under a qualifier, as written: {@code @heroes.Bucket("avatars")}. */
  public Key qualified(String by) {
    return new Key(type, by);
  }

  /**
   * Written out, as is {@link #hashCode}: what a record has of itself is linked by method handles
   * at its first call, and every start asks for keys.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key key && type.equals(key.type) && qualifier.equals(key.qualifier);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + qualifier.hashCode();
  }

  /** As it stands in messages: the qualifier, then the type. */
  @Override
  public String toString() {
    return qualifier.isEmpty() ? type : qualifier + " " + type;
  }
}
