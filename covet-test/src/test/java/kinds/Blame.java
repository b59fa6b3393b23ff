package kinds;

import dev.covet.api.ErrorFormat;
import dev.covet.api.ErrorReport;
import dev.covet.api.Problem;
import java.util.List;

/** Errors of a mounted app, in another form than those of the outer one. */
final class Blame implements ErrorFormat<Blame.Body> {
  record Body(Fault error) {}

  record Fault(String name, List<Problem> details) {}

  @Override
  public Body body(ErrorReport report) {
    return new Body(new Fault(report.code(), report.problems()));
  }
}
