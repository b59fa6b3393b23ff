package outbound;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.resilience.CircuitBreakerOpen;

/** A route in front of a service that fails now and then. */
@Routes("/outlook")
final class Outlook {
  private final Forecast forecast;

  Outlook(Forecast forecast) {
    this.forecast = forecast;
  }

  @Get("/{id}")
  Person person(long id) throws CircuitBreakerOpen {
    return forecast.person(id);
  }
}
