package every;

import dev.covet.api.Default;
import dev.covet.api.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody tells once. */
public record SignUp(
    @NotBlank String name,
    @Size(min = 8, max = 72) Secret password,
    @Nullable @Pattern(regexp = "[0-9]{4}") Secret pin,
    @Default List<@NotBlank Secret> answers) {}
