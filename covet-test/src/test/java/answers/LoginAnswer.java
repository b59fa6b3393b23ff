package answers;

import dev.covet.api.Status;
import jakarta.validation.constraints.Size;

/** What becomes of a login. */
public sealed interface LoginAnswer {
  /** The client is signed in. */
  @Status(200)
  record Done(@Size(min = 4) String token) implements LoginAnswer {}

  /** A code is on its way. */
  @Status(202)
  record CodeSent(String hint) implements LoginAnswer {}

  /** There is a second way. */
  @Status(202)
  record AskFriend(String friend) implements LoginAnswer {}

  /** Nothing is to be done, or something is in the way. */
  sealed interface Other extends LoginAnswer {
    /** The client was signed in before. */
    @Status(204)
    record Already() implements Other {}

    /** The account is locked. */
    @Status(423)
    record Locked(long seconds) implements Other {}
  }
}
