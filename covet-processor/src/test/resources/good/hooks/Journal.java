package hooks;

import dev.covet.api.Provides;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened. */
@Provides
public final class Journal {
  /** All notes of all journals. */
  public static final List<String> NOTES = new CopyOnWriteArrayList<>();

  void note(String text) {
    NOTES.add(text);
  }
}
