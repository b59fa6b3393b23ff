package inn;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Provides;

/** A service of a request that needs another. */
@Provides(REQUEST)
final class Lantern implements AutoCloseable {
  private final Diary diary;
  final Candle candle;

  Lantern(Candle candle, Diary diary) {
    this.candle = candle;
    this.diary = diary;
    diary.note("lantern lit");
  }

  @Override
  public void close() {
    diary.note("lantern out");
    throw new IllegalStateException("the lantern broke when it was closed");
  }
}
