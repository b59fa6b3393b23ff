package shop;

import dev.covet.api.ErrorFormat;
import dev.covet.api.ErrorReport;
import dev.covet.api.Problem;
import java.util.List;

/** Errors in a form of the shop's own. */
public final class ShortErrors implements ErrorFormat<ShortErrors.Body> {
  /** What a client gets. */
  public record Body(String text, List<Problem> problems) {}

  @Override
  public Body body(ErrorReport e) {
    return new Body(e.message(), e.problems());
  }
}
