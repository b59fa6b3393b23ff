package desk;

import dev.covet.api.Default;
import dev.covet.api.Form;
import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.Strict;

/** What a form may write of a ticket, and what it may not. */
@Form
@Strict
record Ticket(String title, @Default("1") int rank, Person from) {
  /** Who asks. */
  record Person(String name, @Default("") String mail) {}

  /** A ticket as it is kept. */
  record Kept(@Id long id, String title, @ReadOnly boolean closed) {}
}
