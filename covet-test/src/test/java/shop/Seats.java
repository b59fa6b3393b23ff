package shop;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Unavailable;

/** Seats, of which some errors are documented. */
@Routes("/seats")
public final class Seats {
  /** Somebody sits there. */
  @Status(409)
  static final class SeatTaken extends ApiError {
    private static final long serialVersionUID = 1;

    SeatTaken() {
      super("Somebody sits there");
    }
  }

  /** The room is full. */
  @Status(409)
  static final class RoomFull extends ApiError {
    private static final long serialVersionUID = 1;

    RoomFull() {
      super("The room is full");
    }
  }

  @Get("/{number}")
  String seat(int number) throws SeatTaken {
    return switch (number) {
      case 0 -> "at the front";
      case 1 -> throw new SeatTaken();
      case 2 -> throw new RoomFull();
      case 3 -> throw new Conflict("Row 3 is taken");
      case 4 -> throw new Unavailable("The room is being cleaned");
      default -> throw new BadRequest("There is no such seat");
    };
  }
}
