package dev.covet.api;

/**
 * How an app's errors look to its clients; {@code App.errors} sets it.
 *
 * @param <B> the body, a record: its codec is generated and its schema is the documented one
 */
@FunctionalInterface
public interface ErrorFormat<B> {
  /** The body that tells a client what the report says; must not throw. */
  B body(ErrorReport report);
}
