package kinds;

/** Two values. */
record Pair<A, B>(A left, B right) {}
