package dev.covet.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who sends requests, whose rows these may see, and who is the same as before. */
public interface OwnerOf {
  /** Of an app that signs nobody in: whoever is noted is known by itself. */
  OwnerOf NOBODY =
      new OwnerOf() {
        @Override
        public @Nullable Object who(RequestContext request) {
          return null;
        }

        @Override
        public Object id(Object principal) {
          return principal;
        }

        @Override
        public void seek(RequestContext request) {}

        @Override
        public @Nullable Object find(RequestContext request, List<Class<?>> owners) {
          return null;
        }
      };

  /**
   * The principal who is signed in and has an {@code @Id}.
   *
   * @return null if there is none
   * @throws dev.covet.api.Unauthorized if the request has credentials that do not hold
   */
  @Nullable Object who(RequestContext request);

  /** What the {@code @Id} of a principal holds; null if it has none. */
  @Nullable Object id(Object principal);

  /**
   * Finds out all who may be meant, so that {@link #find} asks nothing any more.
   *
   * @throws dev.covet.api.Unauthorized if the request has credentials that do not hold
   */
  void seek(RequestContext request);

  /**
   * What the {@code @Id} of whoever is signed in holds.
   *
   * @param owners the principals who may be meant; none for whichever has an id
   * @return null if none of them is signed in
   * @throws dev.covet.api.Unauthorized if the request has credentials that do not hold
   * @throws IllegalStateException if the request is over, it is just being found out, or two may be
   *     meant
   */
  @Nullable Object find(RequestContext request, List<Class<?>> owners);
}
