package campus;

import static campus.EnrollmentTable.ENROLLMENT;
import static campus.EnrollmentWithCourseProjection.ENROLLMENT_WITH_COURSE;

import dev.covet.api.Changes;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;

/** Enrollments by student and course. */
@Routes("/enrollments")
public final class Enrollments {
  @Post
  @Status(201)
  Enrollment create(Enrollment enrollment, Session db) {
    return db.insert(ENROLLMENT, enrollment);
  }

  @Put
  Enrollment save(Enrollment enrollment, Session db) {
    return db.save(ENROLLMENT, enrollment);
  }

  @Get
  List<EnrollmentWithCourse> list(Paging paging, Session db) {
    return db.from(ENROLLMENT_WITH_COURSE).orderBy(ENROLLMENT.grade.asc()).list(paging);
  }

  @Get("/{studentId}/{courseCode}")
  Optional<EnrollmentWithCourse> read(long studentId, String courseCode, Session db) {
    return db.find(ENROLLMENT_WITH_COURSE, new EnrollmentTable.Key(studentId, courseCode));
  }

  @Put("/{studentId}/{courseCode}")
  Enrollment replace(long studentId, String courseCode, Enrollment enrollment, Session db)
      throws NotFound {
    return db.replace(ENROLLMENT, new EnrollmentTable.Key(studentId, courseCode), enrollment);
  }

  @Patch("/{studentId}/{courseCode}")
  Enrollment update(long studentId, String courseCode, Changes<Enrollment> changes, Session db)
      throws NotFound {
    return db.update(ENROLLMENT, new EnrollmentTable.Key(studentId, courseCode), changes);
  }

  @Delete("/{studentId}/{courseCode}")
  void delete(long studentId, String courseCode, Session db) throws NotFound {
    db.delete(ENROLLMENT, new EnrollmentTable.Key(studentId, courseCode));
  }
}
