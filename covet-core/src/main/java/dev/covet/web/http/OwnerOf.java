package dev.covet.web.http;

import org.jspecify.annotations.Nullable;

/** Finds out who sends requests, whose rows these may see, and who is the same as before. */
public interface OwnerOf {
  /** Of an app that signs nobody in: whoever is noted is known by itself. */
  OwnerOf NOBODY =
      new OwnerOf() {
        @Override
        public @Nullable Object who(Request request) {
          return null;
        }

        @Override
        public Object id(Object principal) {
          return principal;
        }
      };

  /**
   * The principal who is signed in and has an {@code @Id}.
   *
   * @return null if there is none
   * @throws dev.covet.api.Unauthorized if the request has credentials that do not hold
   */
  @Nullable Object who(Request request);

  /** What the {@code @Id} of a principal holds; null if it has none. */
  @Nullable Object id(Object principal);

  /**
   * What the {@code @Id} of whoever is signed in holds.
   *
   * @return null if nobody is signed in, or who is has no id
   * @throws dev.covet.api.Unauthorized if the request has credentials that do not hold
   * @throws IllegalStateException if the request is over, or it is just being found out
   */
  default @Nullable Object find(Request request) {
    var who = who(request);
    return who == null ? null : id(who);
  }
}
