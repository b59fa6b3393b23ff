package inn;

import dev.covet.api.Provides;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened in one app, in order. */
@Provides
final class Diary {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  void note(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
