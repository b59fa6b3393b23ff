package outbound;

import dev.covet.api.CircuitBreaker;
import dev.covet.api.Client;
import dev.covet.api.Get;
import dev.covet.api.Retry;
import dev.covet.resilience.CircuitBreakerOpen;

/** A service that fails now and then. */
@Client("http://forecast.invalid")
@CircuitBreaker
interface Forecast {
  @Get("/people/{id}")
  @Retry(attempts = 2)
  Person person(long id) throws CircuitBreakerOpen;
}
