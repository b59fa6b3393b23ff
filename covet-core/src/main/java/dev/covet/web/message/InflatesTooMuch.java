package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** A compressed body is too many times as long as it came (413). */
public final class InflatesTooMuch extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The usual error. */
  public InflatesTooMuch() {
    super(BuiltInError.INFLATE_RATIO_MAX, BuiltInError.INFLATE_RATIO_MAX.text());
  }
}
