package campus;

import static campus.StudentTable.STUDENT;

import dev.covet.api.Delete;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;

/** Students by their numbers. */
@Routes("/students")
public final class Students {
  @Post
  @Status(201)
  Student create(Student student, Session db) {
    return db.insert(STUDENT, student);
  }

  @Delete("/{id}")
  void delete(long id, Session db) throws NotFound {
    db.delete(STUDENT, id);
  }
}
