package desk;

import dev.covet.api.Default;
import dev.covet.api.Name;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that may be left out. */
record Maybe(
    @Nullable Integer count,
    Optional<LocalDate> day,
    @Default("RED") Color color,
    @Default("false") boolean flag,
    @Nullable @Size(max = 5) String text,
    @Default("none") @Name({"note", "remark"}) String note,
    @Default @Name({"tag", "label"}) List<String> tag,
    @Default @Size(max = 2) List<Integer> size) {}
