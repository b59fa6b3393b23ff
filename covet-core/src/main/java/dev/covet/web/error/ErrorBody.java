package dev.covet.web.error;

import dev.covet.api.ErrorReport;
import dev.covet.web.http.Response;

/** How a report becomes a response. */
@FunctionalInterface
public interface ErrorBody {
  /** The response that tells a client what the report says. */
  Response response(ErrorReport report);
}
