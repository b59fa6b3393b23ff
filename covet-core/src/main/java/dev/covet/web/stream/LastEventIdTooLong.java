package dev.covet.web.stream;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** The {@code Last-Event-ID} is longer than any id of an event may be (400). */
public final class LastEventIdTooLong extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error that names the limit. */
  public LastEventIdTooLong() {
    super(
        BuiltInError.LAST_EVENT_ID_CHARS_MAX,
        "The Last-Event-ID has more than " + Event.ID_CHARS_MAX + " characters");
  }
}
