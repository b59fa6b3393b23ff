package shop;

import dev.covet.api.Provides;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened. */
@Provides
public final class Ledger implements AutoCloseable {
  /** All notes of all ledgers. */
  public static final List<String> NOTES = new CopyOnWriteArrayList<>();

  void note(String text) {
    NOTES.add(text);
  }

  @Override
  public void close() {
    note("ledger closed");
  }
}
