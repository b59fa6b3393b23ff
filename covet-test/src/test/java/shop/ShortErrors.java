package shop;

import dev.covet.api.ErrorFormat;
import dev.covet.api.ErrorReport;
import dev.covet.api.Model;
import java.util.List;

/** Errors in a form of the shop's own. */
public final class ShortErrors implements ErrorFormat<ShortErrors.Body> {
  /** What a client gets. */
  @Model
  public record Body(String text, List<String> fields) {}

  @Override
  public Body body(ErrorReport report) {
    return new Body(
        report.code() + " " + report.requestId(),
        report.problems().stream().map(problem -> problem.field()).toList());
  }
}
