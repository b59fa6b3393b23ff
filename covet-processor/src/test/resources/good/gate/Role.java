package gate;

/** What somebody may be. */
public enum Role {
  STAFF,
  ADMIN
}
