package inn;

/** Where wine is. */
record Cellar(int floor, Object key) {}
