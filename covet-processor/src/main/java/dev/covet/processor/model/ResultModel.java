package dev.covet.processor.model;

/** What a handler returns, and so what a client gets. */
public sealed interface ResultModel {

  /** {@code void}: no content. */
  record Nothing() implements ResultModel {}

  /** A value as JSON. */
  record Json(ValueModel value) implements ResultModel {}

  /**
   * {@code Optional<T>}: what is present, or 404.
   *
   * @param of what is answered when it is present
   * @param what the name in "Hero not found"
   */
  record Maybe(ResultModel of, String what) implements ResultModel {}

  /** {@code String}: text. */
  record Text() implements ResultModel {}

  /** {@code Html}. */
  record Html() implements ResultModel {}

  /** {@code byte[]}. */
  record Bytes() implements ResultModel {}

  /** {@code InputStream}. */
  record Stream() implements ResultModel {}

  /** {@code Reply<T>}: {@code T} with status, headers, cookies of its own. */
  record Reply(ResultModel of) implements ResultModel {}

  /** {@code Response}: anything. */
  record Raw() implements ResultModel {}

  /** A type that the compiler does not find. */
  record Unresolved() implements ResultModel {}

  /** Whether the handler says more than the body. */
  default boolean isReply() {
    return switch (this) {
      case Maybe(var of, var _) -> of.isReply();
      case Reply _ -> true;
      case Nothing _, Json _, Text _, Html _, Bytes _, Stream _, Raw _, Unresolved _ -> false;
    };
  }

  /** This without {@code Optional} and {@code Reply} around it: what a body is made of. */
  default ResultModel bare() {
    return switch (this) {
      case Maybe(var of, var _) -> of.bare();
      case Reply(var of) -> of.bare();
      case Nothing _, Json _, Text _, Html _, Bytes _, Stream _, Raw _, Unresolved _ -> this;
    };
  }
}
