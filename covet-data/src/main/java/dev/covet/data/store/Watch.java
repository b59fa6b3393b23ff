package dev.covet.data.store;

import static java.util.stream.Collectors.joining;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Link;
import dev.covet.data.sql.Row;
import dev.covet.data.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sees what the session of one request does. Its calls come from several threads. */
public interface Watch {
  /** Sees nothing. */
  Watch NONE =
      new Watch() {
        @Override
        public void statement(String sql) {}

        @Override
        public void ran(Sql sql, long rows, long nanos) {}

        @Override
        public void writes() {}

        @Override
        public void standAloneWrite() {}

        @Override
        public void committed() {}
      };

  /** A statement is about to run; its values are not shown. */
  void statement(String sql);

  /**
   * A statement has run.
   *
   * @param rows how many it gave or changed
   */
  void ran(Sql sql, long rows, long nanos);

  /** Something is about to be written, on a connection that is there. */
  void writes();

  /** A write was committed by itself. */
  void standAloneWrite();

  /** A transaction was committed; nothing that fails from now on undoes it. */
  void committed();

  /** The variable of the request's path that has a value, if one does whose name fits. */
  default Optional<String> pathName(Object value, Predicate<String> fits) {
    return Optional.empty();
  }

  /** A transaction is about to begin, on a connection that is not there yet. */
  default void begins() {}

  /**
   * Has it found out whose rows are seen, before there is a connection: that may take one itself.
   * What keeps it from being found out is told by {@link #owner}, if that is asked.
   */
  default void seekOwner() {}

  /**
   * Whose rows are seen and inserted, where a table has owners.
   *
   * @param principals of whom one is the owner; none for whichever has an id
   * @throws IllegalStateException if none of them is signed in
   */
  default Object owner(List<Class<?>> principals) {
    var names = principals.stream().map(Class::getSimpleName).collect(joining(" or "));
    throw new IllegalStateException(
        "These rows have an owner, and %s is signed in. Take the principal in the handler, or use db.unscoped()."
            .formatted(names.isEmpty() ? "nobody who has an @Id" : "no " + names));
  }

  /** A statement with the owner in it whose rows it is about. */
  default Sql bound(Sql sql) {
    return sql.isOwned() ? sql.ownedBy(this::owner) : sql;
  }

  /** A connection whose statements are seen. */
  default Link watched(Link link) {
    return new Watched(link, this);
  }

  /** Tells before each statement, and after it. */
  record Watched(Link link, Watch watch) implements Link {
    @Override
    public <R extends @Nullable Object> List<R> query(
        Sql sql, Function<? super Row, ? extends R> each) {
      var bound = watch.bound(sql);
      watch.statement(sql.text());
      var began = System.nanoTime();
      try {
        var rows = link.<R>query(bound, each);
        watch.ran(sql, rows.size(), System.nanoTime() - began);
        return rows;
      } catch (DatabaseFault fault) {
        throw fault.in(sql.text());
      }
    }

    @Override
    public long execute(Sql sql) {
      var bound = watch.bound(sql);
      watch.statement(sql.text());
      var began = System.nanoTime();
      try {
        var rows = link.execute(bound);
        watch.ran(sql, rows, System.nanoTime() - began);
        return rows;
      } catch (DatabaseFault fault) {
        throw fault.in(sql.text());
      }
    }
  }
}
