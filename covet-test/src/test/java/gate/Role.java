package gate;

/** What somebody may be. */
public enum Role {
  GUEST,
  STAFF,
  ADMIN
}
