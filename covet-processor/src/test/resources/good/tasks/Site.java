package tasks;

import dev.covet.api.Id;
import dev.covet.api.Name;
import dev.covet.api.ReadOnly;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;

/** Where it is done. */
public record Site(
    @Id @Name({"no", "number"}) long no, @Email String contact, @ReadOnly int rank) {
  @AssertTrue(message = "has no site of its own")
  boolean reachable() {
    return !contact.startsWith("nobody");
  }

  @ReadOnly
  String label() {
    return contact + " " + rank;
  }
}
