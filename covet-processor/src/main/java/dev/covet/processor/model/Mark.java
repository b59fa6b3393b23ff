package dev.covet.processor.model;

import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Set;

/**
 * What other compilations are to know of a type.
 *
 * @param kinds what was generated for it
 * @param parameters the names of the parameters of each of its providers, in the order of the
 *     source
 * @param hash the state that it was generated from; empty if nothing depends on it
 */
public record Mark(
    TypeName type, Set<Made.Kind> kinds, List<List<String>> parameters, String hash) {
  /** The package of the classes that carry marks. */
  public static final String PACKAGE = "dev.covet.index";

  /** What is of no use elsewhere: it is found by name, or belongs to one app. */
  private static final Set<Made.Kind> PRIVATE =
      Set.of(
          Made.Kind.ROUTES,
          Made.Kind.CLIENT,
          Made.Kind.PART,
          Made.Kind.WEBHOOK,
          Made.Kind.PRINCIPAL,
          Made.Kind.FIELDS,
          Made.Kind.SQL,
          Made.Kind.CALLS,
          Made.Kind.INSTANCE,
          Made.Kind.PROTECTED,
          Made.Kind.GIVEN);

  /** What provides something. */
  public static final Set<Made.Kind> PROVIDING =
      Set.of(Made.Kind.PROVIDER, Made.Kind.PROVIDERS, Made.Kind.MIDDLEWARE);

  /** Copies kinds and parameters. */
  public Mark {
    kinds = Set.copyOf(kinds);
    parameters = List.copyOf(parameters);
  }

  /** Whether other compilations are to know of such a part. */
  public static boolean isFor(Made part) {
    return !PRIVATE.contains(part.kind());
  }

  /** The class that carries it: {@code dev.covet.index.heroes_Hero}. */
  public TypeName carrier() {
    return new TypeName(PACKAGE, type.qualified().replace("_", "__").replace('.', '_'));
  }
}
