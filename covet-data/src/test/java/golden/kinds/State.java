package golden.kinds;

/** A closed set. */
public enum State {
  /** Not begun. */
  TODO,
  /** Over. */
  DONE
}
