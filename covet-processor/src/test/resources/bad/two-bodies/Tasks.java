package tasks;

import dev.covet.api.Post;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  record Task(String title) {}

  record Note(String text) {}

  @Post
  void create(
      Task task,
      Note note) {} // error: COV-102 takes both "task" and "note" from the body
}
