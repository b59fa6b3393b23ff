package tasks.service;

import dev.covet.api.Id;
import dev.covet.api.Principal;
import tasks.data.Role;

/** Who is signed in: what an access token says. */
@Principal
public record Me(@Id long id, Role role) {}
