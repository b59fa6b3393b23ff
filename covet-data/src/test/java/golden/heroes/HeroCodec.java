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

/** What a table needs of the codec of {@link Hero}. */
public final class HeroCodec {
  /** The record's shape. */
  public static final Shape<Hero> SHAPE = new HeroShape();

  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Hero",
          "golden.heroes.Hero",
          Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
          Property.of("name", Schema.of(Kind.STRING, Limit.notBlank(), Limit.size(0, 80))),
          Property.of("secretName", Schema.of(Kind.STRING, Limit.notBlank())),
          Property.of(
                  "age", Schema.of(Kind.INT, Limit.atLeast("0"), Limit.atMost("10000")).orNull())
              .asOptional(),
          Property.of("teamId", Schema.of(Kind.LONG).orNull()).asOptional());

  private HeroCodec() {}

  private static final class HeroShape implements Shape<Hero> {
    @Override
    public List<String> names() {
      return List.of("id", "name", "secretName", "age", "teamId");
    }

    @Override
    public @Nullable Object[] values(Hero value) {
      return new @Nullable Object[] {
        value.id(), value.name(), value.secretName(), value.age(), value.teamId()
      };
    }

    @Override
    public Hero make(@Nullable Object[] values) {
      return new Hero(
          (long) Objects.requireNonNull(values[0]),
          (String) Objects.requireNonNull(values[1]),
          (String) Objects.requireNonNull(values[2]),
          (Integer) values[3],
          (Long) values[4]);
    }

    @Override
    public List<Problem> check(Hero value) {
      var problems = new ArrayList<Problem>();
      if (value.name().isBlank()) {
        problems.add(problem("name", "blank", "must not be blank"));
      }
      if (value.name().length() > 80) {
        problems.add(problem("name", "too_long", "must have at most 80 characters"));
      }
      if (value.secretName().isBlank()) {
        problems.add(problem("secretName", "blank", "must not be blank"));
      }
      var age = value.age();
      if (age != null && age < 0) {
        problems.add(problem("age", "too_small", "must be at least 0"));
      }
      if (age != null && age > 10_000) {
        problems.add(problem("age", "too_large", "must be at most 10000"));
      }
      return problems;
    }
  }

  private static Problem problem(String name, String code, String reason) {
    return Problem.at(List.of("body", name), code, reason);
  }
}
