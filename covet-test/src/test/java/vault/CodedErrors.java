package vault;

import dev.covet.api.ErrorFormat;
import dev.covet.api.ErrorReport;

/** Errors in another form than a shop's, under the same name. */
public final class CodedErrors implements ErrorFormat<CodedErrors.Body> {
  /** What a client gets. */
  public record Body(String code, int status) {}

  @Override
  public Body body(ErrorReport e) {
    return new Body(e.code(), e.status());
  }
}
