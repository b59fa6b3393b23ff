package kinds.two;

/** A state of package two. */
public enum State {
  TWO
}
