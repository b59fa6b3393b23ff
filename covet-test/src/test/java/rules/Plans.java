package rules;

import static rules.Plans_PlanTable.PLAN;

import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Flatten;
import dev.covet.api.Id;
import dev.covet.api.Name;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;
import dev.covet.api.Strict;
import dev.covet.api.Table;
import dev.covet.api.WriteOnly;
import dev.covet.data.Session;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of records: as a body, as a component, and beside other fields. */
@Routes("/plans")
public final class Plans {
  record Place(@NotBlank String city, @Nullable String street) {}

  @Table
  @Strict
  record Plan(
      @Id long id,
      @Name({"title", "name"}) @NotBlank String title,
      @Min(0) int first,
      int last,
      @Nullable Place place,
      @Default List<@Size(max = 3) String> tags) {
    @AssertTrue(message = "must not end before it begins")
    boolean endsAfterItBegins() {
      return first <= last;
    }

    @ReadOnly
    int days() {
      return last - first;
    }
  }

  record Draft(@Default("?") String text, @Default List<Place> places) {
    @AssertTrue(message = "must have a text or a place")
    boolean hasSomething() {
      return !text.isEmpty() || !places.isEmpty();
    }
  }

  record Edit(Changes<Plan> plan, @Nullable String note) {}

  record Beside(@Flatten Changes<Plan> plan, @NotBlank String note) {}

  record Several(@Flatten Changes<Draft> draft, List<Changes<Draft>> more) {}

  record Lock(String kind, @WriteOnly @Nullable String code) {}

  record Door(String name, @WriteOnly @Size(min = 4) String pin, @Nullable Lock lock) {}

  record Doors(Changes<Door> one, List<Changes<Door>> all) {}

  record Noted(@Flatten Changes<Door> door, String note) {}

  @Post
  Plan create(Plan plan, Session db) {
    return db.insert(PLAN, plan);
  }

  @Patch("/{id}")
  Plan change(long id, Changes<Plan> changes, Session db) throws NotFound {
    return db.update(PLAN, id, changes);
  }

  @Patch("/{id}/inside")
  Plan inside(long id, Edit edit, Session db) throws NotFound {
    return db.update(PLAN, id, edit.plan());
  }

  @Patch("/{id}/beside")
  Plan beside(long id, Beside edit, Session db) throws NotFound {
    return db.update(PLAN, id, edit.plan());
  }

  @Post("/drafts")
  List<Draft> drafts(Several several) {
    var first = several.draft().apply(new Draft("first", List.of()));
    var more = several.more().stream().map(each -> each.apply(new Draft("", List.of())));
    return Stream.concat(Stream.of(first), more).toList();
  }

  @Post("/echo")
  Beside echo(Beside beside) {
    return beside;
  }

  @Post("/door")
  Changes<Door> door(Changes<Door> door) {
    return door;
  }

  @Post("/doors")
  Doors doors(Doors doors) {
    return doors;
  }

  @Post("/noted")
  Noted noted(Noted noted) {
    return noted;
  }
}
