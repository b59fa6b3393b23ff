package hooks;

import dev.covet.api.HealthCheck;
import dev.covet.api.OnStart;
import dev.covet.api.OnStop;
import java.io.IOException;

/** Has hooks alone, static ones and others. */
public final class Seeding {
  private final Journal journal;

  Seeding(Journal journal) {
    this.journal = journal;
  }

  @OnStart
  void seed(Visit visit) throws IOException {
    journal.note("seeded by " + visit.number());
  }

  @OnStart
  static void count(Journal journal, Visit visit) {
    journal.note("counted by " + visit.number());
  }

  @HealthCheck("seed \"one\"")
  void check(Visit visit) throws IOException {
    journal.note("checked by " + visit.number());
  }

  @HealthCheck("counts")
  static void counts() {}

  @OnStop
  void clear() {
    journal.note("cleared");
  }
}
