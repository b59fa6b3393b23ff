package tasks.routes;

import dev.covet.api.Changes;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.query.Sort;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tasks.data.Task;
import tasks.data.TaskWithCategory;
import tasks.service.NewTask;
import tasks.service.TaskFilter;
import tasks.service.TaskService;

/** Tasks: everybody sees their own, and administrators see all. */
@Routes("/tasks")
public final class Tasks {
  /** Creates a task, and its category where that is new. */
  @Post
  @Status(201)
  TaskWithCategory create(NewTask task, TaskService tasks) {
    return tasks.create(List.of(task)).getFirst();
  }

  /** Lists tasks, those that are due first unless told otherwise. */
  @Get
  Page<TaskWithCategory> list(
      TaskFilter filter, Sort<Task> sort, Paging paging, TaskService tasks) {
    return tasks.list(filter, sort, paging);
  }

  /** Shows a task. */
  @Get("/{id}")
  Optional<TaskWithCategory> read(long id, TaskService tasks) {
    return tasks.find(id);
  }

  /** Changes the fields that are sent. */
  @Patch("/{id}")
  TaskWithCategory update(long id, Changes<Task> changes, TaskService tasks) throws NotFound {
    return tasks.update(Set.of(id), changes).getFirst();
  }

  /** Deletes a task. */
  @Delete("/{id}")
  void delete(long id, TaskService tasks) throws NotFound {
    tasks.delete(Set.of(id));
  }

  /** Creates several tasks, or none if one of them is wrong. */
  @Post("/bulk")
  @Status(201)
  List<TaskWithCategory> createSeveral(
      @Size(min = 1, max = 100) List<NewTask> several, TaskService tasks) {
    return tasks.create(several);
  }

  /** Changes the fields that are sent of several tasks, or of none if one of them is not found. */
  @Patch("/bulk")
  List<TaskWithCategory> updateSeveral(
      @Query @Size(min = 1, max = 100) Set<Long> id, Changes<Task> changes, TaskService tasks)
      throws NotFound {
    return tasks.update(id, changes);
  }

  /** Deletes several tasks, or none if one of them is not found. */
  @Delete("/bulk")
  void deleteSeveral(@Query @Size(min = 1, max = 100) Set<Long> id, TaskService tasks)
      throws NotFound {
    tasks.delete(id);
  }
}
