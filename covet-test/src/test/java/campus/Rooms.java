package campus;

import static campus.RoomTable.ROOM;

import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;

/** Rooms. */
@Routes("/rooms")
public final class Rooms {
  @Post
  @Status(201)
  Room create(Room room, Session db) {
    return db.insert(ROOM, room);
  }
}
