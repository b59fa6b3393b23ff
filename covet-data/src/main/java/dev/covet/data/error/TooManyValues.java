package dev.covet.data.error;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/** More values were asked for at once than one condition takes (400). */
public final class TooManyValues extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  /** The refusal of more values than so many. */
  public TooManyValues(int max) {
    super(BuiltInError.IN_VALUES_MAX, "At most " + max + " values can be asked for at once");
  }
}
