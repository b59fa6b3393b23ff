package outbound;

import dev.covet.api.Deadline;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Routes;

/** What our own clients ask, and we ask the directory. */
@Routes("/front")
final class Front {
  private final Directory directory;
  private final Patient patient;

  Front(Directory directory, Patient patient) {
    this.directory = directory;
    this.patient = patient;
  }

  @Get("/{id}")
  Person person(long id) throws NotFound {
    return directory.person(id);
  }

  @Get("/{id}/soon")
  @Deadline(millis = 200)
  Person soon(long id) throws NotFound {
    return directory.person(id);
  }

  @Get("/{id}/surely")
  Person surely(long id) {
    return patient.person(id);
  }
}
