package lodge;

import dev.covet.api.Provides;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened, in order. */
@Provides
public final class Trail {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Notes something. */
  public void add(String line) {
    lines.add(line);
  }

  /** All that was noted. */
  public List<String> lines() {
    return lines;
  }
}
