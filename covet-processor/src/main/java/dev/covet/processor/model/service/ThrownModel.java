package dev.covet.processor.model.service;

import dev.covet.processor.model.type.TypeName;

/**
 * An exception that a {@code throws} clause names.
 *
 * @param status that of an error of the user's, 500 where it says none
 * @param visible whether generated code can name it
 * @param making how code beside the method can make one
 * @param text why, from the {@code @throws} of the Javadoc, or {@code ""}
 */
public record ThrownModel(
    TypeName type, Kind kind, int status, boolean visible, Making making, String text) {
  /** This, without saying why it is thrown. */
  public ThrownModel withoutText() {
    return new ThrownModel(type, kind, status, visible, making, "");
  }

  /** What its constructors take of which code beside the method can call one. */
  public enum Making {
    /** The message. */
    MESSAGE,
    /** Nothing. */
    NOTHING,
    /** More than that, or there is none to call. */
    UNKNOWN
  }

  /** What an exception is to callers and to documents. */
  public enum Kind {
    /** An {@code ApiError} that is ready-made, and so says itself what it is. */
    READY,
    /** An {@code ApiError} whose facts are generated. */
    OWN,
    /** An {@code ApiError} of which nothing was generated. */
    UNKNOWN,
    /** Any other unchecked exception. */
    UNCHECKED,
    /** A checked exception. */
    CHECKED
  }
}
