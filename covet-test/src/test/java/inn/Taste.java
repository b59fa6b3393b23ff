package inn;

/** What guests like. */
enum Taste {
  SWEET,
  DRY
}
