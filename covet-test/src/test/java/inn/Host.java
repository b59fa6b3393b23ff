package inn;

/** Who runs the inn. */
interface Host {
  String name();
}
