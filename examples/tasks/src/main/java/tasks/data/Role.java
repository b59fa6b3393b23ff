package tasks.data;

import static dev.covet.api.Case.SNAKE_CASE;

import dev.covet.api.Naming;

/** What a user may do. */
@Naming(SNAKE_CASE)
public enum Role {
  /** Sees and changes what is the user's own. */
  MEMBER,
  /** Sees and changes everything. */
  ADMIN
}
