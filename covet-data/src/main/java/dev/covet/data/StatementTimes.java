package dev.covet.data;

import dev.covet.base.observe.Histogram;
import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.LogText;
import dev.covet.base.observe.Metrics;
import dev.covet.data.sql.Sql;
import dev.covet.web.http.Request;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the statements of requests, and tells of slow ones. Thread-safe. */
final class StatementTimes {
  private static final Logger LOG = LoggerFactory.getLogger("dev.covet.sql");

  private final Histogram all;
  private final long slowNanos;

  StatementTimes(Metrics metrics, long slowMillis) {
    this.all = metrics.histogram("statement_duration_seconds");
    this.slowNanos = TimeUnit.MILLISECONDS.toNanos(slowMillis);
  }

  /**
   * A statement has run.
   *
   * @param rows how many it gave or changed
   */
  void ran(Request request, Sql sql, long rows, long nanos) {
    all.addNanos(nanos);
    if (nanos >= slowNanos) tell(request, sql, rows, nanos);
  }

  /** Values may be secret: only what they are is told. */
  private static void tell(Request request, Sql sql, long rows, long nanos) {
    try (var _ = LogContext.ofRequest(request.id())) {
      LOG.atWarn()
          .addKeyValue("method", request.method())
          .addKeyValue("path", LogText.safe(request.path()))
          .addKeyValue("micros", TimeUnit.NANOSECONDS.toMicros(nanos))
          .addKeyValue("rows", rows)
          .addKeyValue("sql", sql.text())
          .addKeyValue("values", types(sql))
          .log("slow_statement");
    }
  }

  private static String types(Sql sql) {
    return sql.arguments().stream()
        .map(it -> it.value() == null ? "null" : it.value().getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }
}
