package kinds.one;

/** A state of package one. */
public enum State {
  ONE
}
