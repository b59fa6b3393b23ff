package gate;

import dev.covet.api.Provides;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened, in order. Thread-safe. */
@Provides
public class Trail {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Adds a line. */
  public void note(String line) {
    lines.add(line);
  }

  /** The lines so far. */
  public List<String> lines() {
    return lines;
  }
}
