package gate;

import dev.covet.api.Guard;

/** Who may come in. */
@Guard(AllowGuard.class)
public @interface Allow {
  Role[] value();
}
