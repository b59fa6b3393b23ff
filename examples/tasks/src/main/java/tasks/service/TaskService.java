package tasks.service;

import static dev.covet.api.Lifetime.REQUEST;
import static dev.covet.data.Expressions.or;
import static dev.covet.data.Expressions.when;
import static tasks.data.CategoryTable.CATEGORY;
import static tasks.data.TaskTable.TASK;
import static tasks.data.TaskWithCategoryProjection.TASK_WITH_CATEGORY;

import dev.covet.api.Changes;
import dev.covet.api.NotFound;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Provides;
import dev.covet.data.Session;
import dev.covet.data.query.Sort;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tasks.data.Role;
import tasks.data.Task;
import tasks.data.TaskWithCategory;

/** The tasks of whoever is signed in, and for administrators those of all. */
@Provides(REQUEST)
public final class TaskService {
  private final Session own;
  private final Session db;

  TaskService(Session own, Me me) {
    this.own = own;
    this.db = me.role() == Role.ADMIN ? own.unscoped() : own;
  }

  /** Creates tasks, and those of their categories that are new: all of it or nothing. */
  public List<TaskWithCategory> create(List<NewTask> wanted) {
    return db.tx(() -> {
      var categories = categories(wanted);
      var tasks = wanted.stream().map(it -> inCategory(it, categories)).toList();
      return read(own.insertAll(TASK, tasks).stream().map(Task::id).toList());
    });
  }

  /**
   * The keys of the categories that are named, by their names. Two who name a new one at once share
   * it; all create them in one order, so that none waits for another who waits.
   */
  private Map<String, Long> categories(List<NewTask> wanted) {
    var names = new TreeSet<String>();
    wanted.stream().map(NewTask::categoryName).filter(Objects::nonNull).forEach(names::add);
    if (names.isEmpty()) return Map.of();
    var keys = new HashMap<String, Long>();
    for (var category : db.from(CATEGORY).where(CATEGORY.name.in(names)).list()) {
      keys.put(category.name(), category.id());
    }
    for (var name : names) {
      keys.computeIfAbsent(name, it -> db.findOrInsert(CATEGORY, CATEGORY.name.to(it)).id());
    }
    return keys;
  }

  private static Task inCategory(NewTask wanted, Map<String, Long> categories) {
    var name = wanted.categoryName();
    return name == null
        ? wanted.task()
        : Changes.of(TASK.categoryId.to(categories.get(name))).apply(wanted.task());
  }

  /** Finds one page of the tasks that pass a filter. */
  public Page<TaskWithCategory> list(TaskFilter filter, Sort<Task> sort, Paging paging) {
    return db.from(TASK_WITH_CATEGORY)
        .where(
            when(filter.status(), TASK.status::eq),
            when(filter.priority(), TASK.priority::eq),
            when(filter.category(), it -> TASK.categoryId.where(CATEGORY.name.eq(it))),
            when(filter.tag(), TASK.tags::has),
            when(filter.dueBefore(), TASK.dueDate::lt),
            when(filter.text(), it -> or(TASK.title.contains(it), TASK.description.contains(it))))
        .orderBy(sort.orElse(TASK.dueDate.asc(), TASK.priority.asc()))
        .page(paging);
  }

  /** Finds a task. */
  public Optional<TaskWithCategory> find(long id) {
    return db.find(TASK_WITH_CATEGORY, id);
  }

  /** Changes tasks, all or none. */
  public List<TaskWithCategory> update(Set<Long> ids, Changes<Task> changes) throws NotFound {
    return db.tx(() -> {
      db.from(TASK).where(TASK.id.in(ids)).update(changes);
      return read(ids);
    });
  }

  /** Deletes tasks, all or none. */
  public void delete(Set<Long> ids) throws NotFound {
    db.tx(() -> {
      var deleted = db.from(TASK).where(TASK.id.in(ids)).delete();
      if (deleted < ids.size()) throw new NotFound("Task not found");
      return deleted;
    });
  }

  private List<TaskWithCategory> read(Collection<Long> ids) throws NotFound {
    var tasks = db.from(TASK_WITH_CATEGORY).where(TASK.id.in(ids)).orderBy(TASK.id.asc()).list();
    if (tasks.size() < ids.size()) throw new NotFound("Task not found");
    return tasks;
  }
}
