package dev.covet.data;

import dev.covet.data.driver.Link;
import dev.covet.data.query.Row;
import dev.covet.data.query.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sees what the session of one request does. Its calls come from several threads. */
interface Watch {
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

  /** The variable of the request's path that has a value, if one does. */
  default Optional<String> pathName(Object value) {
    return Optional.empty();
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
      watch.statement(sql.text());
      var began = System.nanoTime();
      var rows = link.<R>query(sql, each);
      watch.ran(sql, rows.size(), System.nanoTime() - began);
      return rows;
    }

    @Override
    public long execute(Sql sql) {
      watch.statement(sql.text());
      var began = System.nanoTime();
      var rows = link.execute(sql);
      watch.ran(sql, rows, System.nanoTime() - began);
      return rows;
    }
  }
}
