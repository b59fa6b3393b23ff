package roster;

/** How a list is sorted. */
public enum Order {
  NAME,
  AGE
}
