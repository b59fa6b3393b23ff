package inn;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Provides;

/** A service of a request, made by its constructor; closed with the request. */
@Provides(REQUEST)
final class Candle implements AutoCloseable {
  private final Diary diary;

  Candle(Diary diary) {
    this.diary = diary;
    diary.note("candle lit");
  }

  @Override
  public void close() {
    diary.note("candle out");
  }
}
