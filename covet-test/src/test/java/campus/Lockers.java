package campus;

import static campus.LockerTable.LOCKER;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.Optional;

/** Lockers. */
@Routes("/lockers")
public final class Lockers {
  @Post
  Locker create(Locker locker, Session db) {
    return db.insert(LOCKER, locker);
  }

  @Get("/{hall}/{number}")
  Optional<Locker> read(String hall, int number, Session db) {
    return db.find(LOCKER, new LockerTable.Key(hall, number));
  }

  @Patch("/{hall}/{number}")
  Locker update(String hall, int number, @Query long version, Changes<Locker> changes, Session db)
      throws NotFound, Conflict {
    return db.update(LOCKER, new LockerTable.Key(hall, number), changes, version);
  }

  /** Saves what it has saved: the second time with the version of the first. */
  @Post("/{hall}/{number}/twice")
  Locker saveTwice(String hall, int number, Session db) throws NotFound, Conflict {
    return db.save(LOCKER, db.save(LOCKER, db.get(LOCKER, new LockerTable.Key(hall, number))));
  }
}
