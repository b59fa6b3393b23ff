package @name@;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that is for sale.
 *
 * @param name what it is called
 * @param price of one, with tax
 * @param note what else a buyer should know
 */
@Table
public record Item(
    @Id long id,
    @NotBlank @Size(max = 80) @Unique String name,
    @Positive @Digits(integer = 6, fraction = 2) BigDecimal price,
    @Nullable @Size(max = 500) String note) {}
