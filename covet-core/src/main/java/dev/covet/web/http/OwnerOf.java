package dev.covet.web.http;

import org.jspecify.annotations.Nullable;

/** Finds out whose rows a request may see. */
@FunctionalInterface
public interface OwnerOf {
  /** Of an app that signs nobody in. */
  OwnerOf NOBODY = _ -> null;

  /**
   * What the {@code @Id} of whoever is signed in holds.
   *
   * @return null if nobody is signed in, or who is has no id
   * @throws dev.covet.api.Unauthorized if the request has credentials that do not hold
   */
  @Nullable Object find(Request request);
}
