package tasks;

import static tasks.TaskTable.TASK;
import static tasks.Tasks_NoteTable.NOTE;

import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;

@Routes("/tasks")
final class Tasks {
  record Note(@Id long id, String text) {} // error: COV-134 Note is not a table, but Tasks_NoteTable

  @Get
  List<Task> list(Session db) {
    return db.from(TASK).where(TASK.title.eq("a")).list();
  }

  @Get("/notes")
  List<Note> notes(Session db) {
    return db.from(NOTE).list();
  }
}
