package campus;

import static campus.CourseTable.COURSE;

import dev.covet.api.Changes;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.util.Optional;

/** Courses by their codes. */
@Routes("/courses")
public final class Courses {
  @Post
  @Status(201)
  Course create(Course course, Session db) {
    return db.insert(COURSE, course);
  }

  @Get("/{code}")
  Optional<Course> read(String code, Session db) {
    return db.find(COURSE, code);
  }

  @Put("/{code}")
  Course replace(String code, Course course, Session db) throws NotFound {
    return db.replace(COURSE, code, course);
  }

  @Patch("/{code}")
  Course update(String code, Changes<Course> changes, Session db) throws NotFound {
    return db.update(COURSE, code, changes);
  }
}
