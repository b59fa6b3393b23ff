package tasks;

import dev.covet.api.Model;

final class Tasks {
  @Model
  record Task(int size) {}
}
