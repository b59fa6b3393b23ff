package campus;

import static campus.CourseTable.COURSE;
import static campus.CourseWithAllProjection.COURSE_WITH_ALL;
import static campus.CourseWithOrderProjection.COURSE_WITH_ORDER;
import static campus.LectureTable.LECTURE;
import static campus.LecturerTable.LECTURER;
import static campus.LecturerWithStaffProjection.LECTURER_WITH_STAFF;
import static campus.OfficeTable.OFFICE;
import static campus.PrerequisiteTable.PREREQUISITE;
import static campus.StudentWithCoursesProjection.STUDENT_WITH_COURSES;

import dev.covet.api.Conflict;
import dev.covet.api.Get;
import dev.covet.api.Paging;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;

/** What belongs together on a campus. */
@Routes("/campus")
public final class Campus {
  @Post("/lecturers")
  Lecturer addLecturer(Lecturer lecturer, Session db) throws Conflict {
    return db.insert(LECTURER, lecturer);
  }

  @Post("/offices")
  Office addOffice(Office office, Session db) {
    return db.insert(OFFICE, office);
  }

  @Post("/lectures")
  Lecture addLecture(Lecture lecture, Session db) {
    return db.insert(LECTURE, lecture);
  }

  @Get("/courses")
  List<CourseWithAll> courses(Paging paging, Session db) {
    return db.from(COURSE_WITH_ALL).orderBy(COURSE.title.asc()).list(paging);
  }

  @Post("/prerequisites")
  Prerequisite addPrerequisite(Prerequisite prerequisite, Session db) {
    return db.insert(PREREQUISITE, prerequisite);
  }

  @Get("/order/{code}")
  Optional<CourseWithOrder> order(String code, Session db) {
    return db.find(COURSE_WITH_ORDER, code);
  }

  @Get("/students/{id}")
  Optional<StudentWithCourses> student(long id, Session db) {
    return db.find(STUDENT_WITH_COURSES, id);
  }

  @Get("/lecturers")
  List<LecturerWithStaff> lecturers(Session db) {
    return db.from(LECTURER_WITH_STAFF).where(LECTURER.id.gt(0)).orderBy(LECTURER.id.asc()).list();
  }
}
