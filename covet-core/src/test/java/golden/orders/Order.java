package golden.orders;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record Order(
    Customer customer,
    @Size(min = 1, max = 50) List<Item> items,
    @Nullable @Size(max = 500) String notes) {}
