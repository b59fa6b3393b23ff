package castle;

import dev.covet.api.Id;
import dev.covet.api.Principal;
import dev.covet.api.Scoped;
import java.util.Set;

/** Who is signed in. */
@Principal
public record Visitor(@Id long id, String name, Set<String> scopes) implements Scoped {}
