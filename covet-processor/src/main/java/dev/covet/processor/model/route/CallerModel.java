package dev.covet.processor.model.route;

import java.util.List;

/**
 * What annotations say of who may call a route.
 *
 * @param open whether all may: {@code @Public}
 * @param byItself whether the method says {@code @Public}, not its class
 * @param signedIn whether somebody must be signed in: {@code @SignedIn}
 * @param scopes what {@code @Scopes} asks for, of class and method
 */
public record CallerModel(boolean open, boolean byItself, boolean signedIn, List<String> scopes) {
  /** Nothing is said. */
  public static final CallerModel NONE = new CallerModel(false, false, false, List.of());

  /** Copies the list. */
  public CallerModel {
    scopes = List.copyOf(scopes);
  }

  /** Whether somebody must be signed in. */
  public boolean isStrict() {
    return signedIn || !scopes.isEmpty();
  }
}
