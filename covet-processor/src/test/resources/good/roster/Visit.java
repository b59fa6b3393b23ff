package roster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something of one request: who came, and whether he has left. */
public final class Visit implements AutoCloseable {
  public static final List<String> LEFT = new CopyOnWriteArrayList<>();

  private final String name;

  Visit(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  @Override
  public void close() {
    LEFT.add(name);
  }
}
