package campus;

import static campus.NoteTable.NOTE;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.time.Instant;
import java.util.Optional;

/** Notes, which are changed by those who have seen their last version. */
@Routes("/notes")
public final class Notes {
  @Post
  @Status(201)
  Note create(Note note, Session db) {
    return db.insert(NOTE, note);
  }

  @Get("/{id}")
  Optional<Note> read(long id, Session db) {
    return db.find(NOTE, id);
  }

  @Put("/{id}")
  Note replace(long id, @Query long version, Note note, Session db) throws NotFound, Conflict {
    return db.replace(NOTE, id, note, version);
  }

  @Patch("/{id}")
  Note update(long id, @Query long version, Changes<Note> changes, Session db)
      throws NotFound, Conflict {
    return db.update(NOTE, id, changes, version);
  }

  @Put("/{id}/saved")
  Note save(long id, @Query long version, @Query String text, Session db)
      throws NotFound, Conflict {
    return db.save(NOTE, new Note(id, text, version, Instant.EPOCH, Instant.EPOCH));
  }

  @Patch("/{id}/anyway")
  Note overwrite(long id, Changes<Note> changes, Session db) throws NotFound {
    return db.update(NOTE, id, changes);
  }
}
