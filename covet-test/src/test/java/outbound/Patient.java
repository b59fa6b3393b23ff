package outbound;

import dev.covet.api.Client;
import dev.covet.api.Get;
import dev.covet.api.Retry;

/** A service that is asked again. */
@Client("http://patient.invalid")
interface Patient {
  @Get("/people/{id}")
  @Retry(attempts = 3)
  Person person(long id);
}
