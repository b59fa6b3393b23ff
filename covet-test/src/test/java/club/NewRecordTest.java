package club;

import static club.TicketTable.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** {@code TICKET.of(...)} is a record of some values, and of defaults (tour 22). */
class NewRecordTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  @Test
  void whatIsNotSaidIsItsDefaultOrAZero() {
    assertThat(TICKET.of(TICKET.day.to(DAY)))
        .isEqualTo(new Ticket(0, DAY, "", 0, false, 7, Rank.FULL_MEMBER, null, Instant.EPOCH));
  }

  @Test
  void whatIsSaidLastHolds() {
    var ticket =
        TICKET.of(
            TICKET.day.to(DAY), TICKET.row.to(1), TICKET.row.to(2), TICKET.rank.to(Rank.GUEST));

    assertThat(ticket.row()).isEqualTo(2);
    assertThat(ticket.rank()).isEqualTo(Rank.GUEST);
  }

  @Test
  void whatHasNeitherDefaultNorZeroMustBeSaid() {
    assertThatThrownBy(() -> TICKET.of(TICKET.row.to(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"day\" has no default, so it must be given");
  }
}
