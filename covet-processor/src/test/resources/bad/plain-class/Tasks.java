package tasks;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Provided;
import dev.covet.api.Routes;
import java.util.List;

@Routes("/tasks")
final class Tasks {
  static final class Task {}

  static final class Note {}

  @Post
  Task create( // error: COV-104 Tasks.Task has no codec
      Task task) {
    return task;
  }

  @Post("/notes")
  void note(Note note) {}

  @Get("/notes")
  List<Note> notes() { // error: COV-104 Tasks.Note has no codec
    return List.of();
  }

  static final class Other {}

  @Post("/others")
  void others(
      List<Other> others) {} // error: COV-122 nobody provides List<Tasks.Other>

  @Provided
  record Store(int size) {}

  @Get
  Store store(
      Store store) { // error: COV-122 "store" is a service, and nobody provides Tasks.Store
    return store;
  }
}
