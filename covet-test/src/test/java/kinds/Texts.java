package kinds;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Strings within limits.
 *
 * @param plain of any kind
 * @param sized counted in characters, not in UTF-16
 */
record Texts(
    String plain,
    @NotBlank String filled,
    @NotBlank @Size(max = 8) String shortAndFilled,
    @NotEmpty String some,
    @Size(min = 2, max = 5) String sized,
    @Nullable @Size(min = 2) String atLeast,
    @Email String mail,
    @Nullable @Email @Size(max = 30) String otherMail) {}
