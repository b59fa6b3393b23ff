package hooks;

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

  @OnStop
  void clear() {
    journal.note("cleared");
  }
}
