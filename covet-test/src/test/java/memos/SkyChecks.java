package memos;

import dev.covet.api.HealthCheck;
import dev.covet.data.Session;
import java.util.concurrent.TimeUnit;

/** What the app needs besides its database. */
public final class SkyChecks {
  private final Sky weather;

  SkyChecks(Sky weather) {
    this.weather = weather;
  }

  @HealthCheck("weather")
  void weather() throws InterruptedException {
    if (weather.hangs().get()) TimeUnit.MINUTES.sleep(1);
    if (weather.fails().get()) throw new IllegalStateException("it rains");
    weather.asked().incrementAndGet();
  }

  @HealthCheck("rows")
  static void rows(Session db) {
    db.from(MemoTable.MEMO).count();
  }
}
