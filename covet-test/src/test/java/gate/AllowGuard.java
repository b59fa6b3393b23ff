package gate;

import dev.covet.api.Forbidden;
import dev.covet.api.Provided;
import java.util.List;

/** Lets those in whose role is among the written ones. */
final class AllowGuard {
  private final Trail trail;

  AllowGuard(Trail trail) {
    this.trail = trail;
    trail.note("made AllowGuard");
  }

  /**
   * Checks the role.
   *
   * @throws Forbidden if the role is another one
   */
  void check(Allow allow, @Provided Badge badge) throws Forbidden {
    trail.note("Allow " + badge.role());
    if (!List.of(allow.value()).contains(badge.role())) {
      throw new Forbidden(allow.what() + " is not for you");
    }
  }

  @Override
  public String toString() {
    return "AllowGuard";
  }
}
