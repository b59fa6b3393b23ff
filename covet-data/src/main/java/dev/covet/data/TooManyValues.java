package dev.covet.data;

import dev.covet.api.ApiError;

/** More values were asked for at once than one condition takes (400). */
public final class TooManyValues extends ApiError {
  private static final long serialVersionUID = 1L;

  TooManyValues(int max) {
    super("At most " + max + " values can be asked for at once");
  }

  @Override
  public int status() {
    return 400;
  }

  @Override
  public String code() {
    return "IN_VALUES_MAX";
  }
}
