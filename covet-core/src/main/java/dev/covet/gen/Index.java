package dev.covet.gen;

import dev.covet.base.inject.Provider;
import dev.covet.web.error.ErrorFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was generated in one compilation, by the names of the user's types; found by the
 * service loader. A name leads to its part by a switch, so that only what an app uses is loaded.
 * Names are written with dots, nested types too: {@code heroes.Outer.Hero}.
 */
public interface Index {
  /** The {@link Revision} for which the code was generated. */
  int revision();

  /** What the compilation is called in messages: its package, such as {@code heroes}. */
  String name();

  /**
   * What does not fit together, because classes of different compilations were mixed; one sentence
   * each, which says what to rebuild.
   */
  default List<String> faults() {
    return List.of();
  }

  /**
   * The state of a type of the compilation for which something was generated, or null; code of
   * other compilations that was made from the type knows the state that it saw.
   */
  default @Nullable String state(String type) {
    return null;
  }

  /** The types of other compilations from which code was made, each with the state that it had. */
  default Map<String, String> relies() {
    return Map.of();
  }

  /** What the Javadoc of a package says, in Markdown; empty for nothing. */
  default String text(String packageName) {
    return "";
  }

  /** What a class brings that an app adds, or null if this compilation does not have it. */
  @Nullable AddedPart added(String type);

  /** How a middleware is made that an app names by its class, or null. */
  default @Nullable Provider<?> middleware(String type) {
    return null;
  }

  /** How a guard is asked that a router names by its class, or null. */
  default @Nullable GuardPart guard(String type) {
    return null;
  }

  /** What clients are told of an error class, or null. */
  default @Nullable ErrorFacts error(String type) {
    return null;
  }

  /** How a record is read ({@code INPUT}) and written ({@code OUTPUT}), or null. */
  default @Nullable CodecPart<?> codec(String type) {
    return null;
  }

  /** What is known of a principal, or null. */
  default @Nullable PrincipalPart<?> principal(String type) {
    return null;
  }

  /** The principals of the compilation. */
  default List<PrincipalPart<?>> principals() {
    return List.of();
  }

  /** The classes with routes of the compilation, by their names. */
  default List<String> routes() {
    return List.of();
  }

  /** The interfaces of webhooks of the compilation, by their names. */
  default List<String> webhooks() {
    return List.of();
  }

  /** The tables of the compilation. */
  default List<MappedTable> tables() {
    return List.of();
  }
}
