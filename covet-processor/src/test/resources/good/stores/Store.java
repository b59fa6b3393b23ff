package stores;

/** A named store; each has a number of its own. */
record Store(String name, int number) implements AutoCloseable {
  @Override
  public void close() {
    Disk.CLOSED.add(name);
  }
}
