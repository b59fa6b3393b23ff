package golden.heroes;

import dev.covet.api.Problem;
import dev.covet.api.Shape;
import dev.covet.schema.Kind;
import dev.covet.schema.Limit;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a table needs of the codec of {@link Team}. */
public final class TeamCodec {
  /** The record's shape. */
  public static final Shape<Team> SHAPE = new TeamShape();

  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Team",
          "golden.heroes.Team",
          Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
          Property.of("name", Schema.of(Kind.STRING, Limit.notBlank())),
          Property.of("headquarters", Schema.of(Kind.STRING)));

  private TeamCodec() {}

  private static final class TeamShape implements Shape<Team> {
    @Override
    public List<String> names() {
      return List.of("id", "name", "headquarters");
    }

    @Override
    public @Nullable Object[] values(Team value) {
      return new @Nullable Object[] {value.id(), value.name(), value.headquarters()};
    }

    @Override
    public Team make(@Nullable Object[] values) {
      return new Team(
          (long) Objects.requireNonNull(values[0]),
          (String) Objects.requireNonNull(values[1]),
          (String) Objects.requireNonNull(values[2]));
    }

    @Override
    public List<Problem> check(Team value) {
      var problems = new ArrayList<Problem>();
      if (value.name().isBlank()) {
        problems.add(problem("name", "blank", "must not be blank"));
      }
      return problems;
    }
  }

  private static Problem problem(String name, String code, String reason) {
    return Problem.at(List.of("body", name), code, reason);
  }
}
