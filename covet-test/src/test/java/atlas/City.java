package atlas;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Name;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import dev.covet.api.WriteOnly;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A city. */
@Table
public record City(
    @Id long id,
    @Unique String name,
    @Index int people,
    @Nullable @Index @Name("founded") LocalDate foundedOn,
    String mayor,
    @WriteOnly @Index int debt,
    List<String> rivers) {
  /** Copies the rivers. */
  public City {
    rivers = List.copyOf(rivers);
  }
}
