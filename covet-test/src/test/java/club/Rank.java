package club;

/** What a member may do. */
public enum Rank {
  GUEST,
  FULL_MEMBER
}
