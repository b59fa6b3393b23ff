package dev.covet.api;

import java.util.Set;

/**
 * A {@link Principal} that may do some things only, as {@link Scopes} asks for them: a record with
 * a component {@code Set<String> scopes} says {@code implements Scoped} and nothing more.
 */
public interface Scoped {
  /** What it may do; each is one of the words that {@link Scopes} has. */
  Set<String> scopes();
}
