package kinds;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Example;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Hidden;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says <em>everything</em> that documents have words for. */
@Routes("/sights")
final class Sights {
  /**
   * Finds a sight. Its name has <b>no</b> meaning.
   *
   * @param id its number
   * @return the sight, with {@code seen} set
   */
  @Get("/{id}")
  @Example("{\"id\": 1, \"name\": \"Fall\", \"height\": 12.5, \"old_name\": null, \"seen\": true}")
  Optional<Sight> find(@Example({"1", "2"}) @Max(99) int id) {
    return id == 1 ? Optional.of(new Sight(1, "Fall", 12.5, null, true)) : Optional.empty();
  }

  @Post
  @Tag(value = "Making", description = "What makes sights.")
  Sight make(
      @Example("{\"id\": 1, \"name\": \"Fall\", \"height\": 12.5, \"seen\": false}") Sight sight) {
    return sight;
  }

  /// Makes *many* at once: see [Sight].
  @Post("/all")
  @Tag("Making")
  @SuppressWarnings({"deprecation", "DeprecatedVariable"}) // of a parameter it has an effect
  int makeAll(
      @Example("[]") @Body @Size(max = 3) List<Sight> sights,
      @Example("2") @Deprecated @Nullable @Header Integer oldCount) {
    return sights.size();
  }

  @Post("/founded")
  @Example("Fall")
  Label found(
      @Example("{\"in\": 2025}") Founded founded,
      @Example("2024") Year until,
      @Nullable @Example("Peak") Label old) {
    return founded.label() == null ? new Label(until.toString()) : founded.label();
  }

  @Patch("/{id}")
  Sight change(int id, @Example("{\"height\": 13}") Changes<Sight> changes) {
    return changes.apply(new Sight(id, "Fall", 12.5, null, true));
  }

  /**
   * Says what there is.
   *
   * @deprecated ask for {@link #find one} sight
   */
  @Get("/names")
  @Example("Fall")
  @Deprecated
  String names() {
    var all = List.of("Fall");
    return String.join(", ", all);
  }

  @Get("/hidden")
  @Hidden
  String hidden() {
    return "hidden";
  }
}
