package every;

import dev.covet.api.Default;
import dev.covet.api.Model;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Value classes with rules, wherever they may be; it checks what its constructor gets. */
@Model
record Lots(
    @Nullable Lot one, @Default("4") Lot some, @Default Set<Lot> all, @Default Map<Lot, Lot> by) {
  Lots {
    LotsCodec.check(one, some, all, by);
  }
}
