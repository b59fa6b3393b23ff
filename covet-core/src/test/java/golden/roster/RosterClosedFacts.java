package golden.roster;

import dev.covet.web.error.ErrorFacts;

/** What clients are told of {@link RosterClosed}. */
public final class RosterClosedFacts {
  /** Status, code, text. */
  public static final ErrorFacts FACTS =
      new ErrorFacts(409, "ROSTER_CLOSED", "Nobody can join now.");

  private RosterClosedFacts() {}
}
