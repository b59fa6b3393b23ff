package shop;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.Name;
import dev.covet.api.ReadOnly;
import dev.covet.api.WriteOnly;
import jakarta.validation.constraints.Size;

/** Who buys: clients say neither who they are nor what they may (A9). */
public record Account(
    @Id long id,
    @Size(min = 1, max = 20) String name,
    @ReadOnly @Name({"is_admin", "admin"}) boolean isAdmin,
    @WriteOnly @Default("") String pin) {}
