package dev.covet.web.http;

import dev.covet.schema.BuiltInError;

/**
 * Why a request is answered in the place of the app, or beside the handler that is at work: it is
 * malformed, too late, or one too many.
 *
 * @param error what the client gets
 * @param message one sentence for the client, without anything that the client sent
 */
public record Refusal(BuiltInError error, String message) {
  /** A refusal that says what its error always says. */
  public static Refusal of(BuiltInError error) {
    return new Refusal(error, error.text());
  }

  /** 400: what came is no request. */
  public static Refusal malformed(String message) {
    return new Refusal(BuiltInError.BAD_REQUEST, message);
  }
}
