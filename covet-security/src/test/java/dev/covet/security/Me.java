package dev.covet.security;

import dev.covet.api.Id;
import dev.covet.api.Principal;
import dev.covet.gen.PrincipalPart;
import java.util.List;

/** Who is signed in, in tests. */
@Principal
public record Me(@Id long id, String name, List<String> roles) {
  public static final PrincipalPart<Me> PART =
      new PrincipalPart<>(Me.class, Me::id, MeCodec.STORED, null);
}
