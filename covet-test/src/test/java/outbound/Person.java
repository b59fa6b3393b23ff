package outbound;

import dev.covet.api.Model;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What another service knows of somebody. */
@Model
record Person(@NotBlank @Size(max = 20) String name, int age) {}
