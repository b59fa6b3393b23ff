package odd.texts;

import dev.covet.api.ApiError;
import dev.covet.api.Default;
import dev.covet.api.Name;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Produces;
import dev.covet.api.Provides;
import dev.covet.api.Qualifier;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Tag;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** Type: @Nullable a.B `a.b.C` %s %1$s $1. */
@Routes("/texts")
@Tag("Tag: @Nullable a.B `a.b.C` %s $1")
final class Texts {
  /**
   * Record: @Nullable a.B `a.b.C` %s $1.
   *
   * @param a component: @Nullable a.B `a.b.C` %s $1
   */
  record In(
      @Pattern(regexp = "x_%d @Nullable a\\.B `a.b.C` BOUND_%d", message = "Told: @Nullable a.B %s")
          String a,
      @Default("Default: @Nullable a.B `a.b.C` %s $1 static final int X = 1;") String b,
      @Name("Name: @Nullable a.B %s") int c,
      @DecimalMin("0.5") BigDecimal d) {
    @AssertTrue(message = "Rule: @Nullable a.B `a.b.C` %s $1")
    boolean right() {
      return c > 0;
    }
  }

  enum Kind$ {
    @Name("Constant: @Nullable a.B %s")
    A$B
  }

  /** Error: @Nullable a.B `a.b.C` %s $1. */
  @Status(409)
  static final class Full extends ApiError {
    private static final long serialVersionUID = 1L;

    Full() {
      super("full");
    }
  }

  @Qualifier
  @interface Mark {
    String value();
  }

  /**
   * Handler: @Nullable a.B `a.b.C` %s $1.
   *
   * @param q parameter: @Nullable a.B `a.b.C` %s $1
   * @return result: @Nullable a.B `a.b.C` %s $1
   * @throws NotFound thrown: @Nullable a.B `a.b.C` %s $1
   */
  @Post("/Path: @Nullable a.B %s")
  @Produces("text/x; a=\"Content: @Nullable a.B %s\"")
  String post(
      In in,
      @Query("Query: @Nullable a.B %s") @Default("Given: @Nullable a.B %s") String q,
      Kind$ kind,
      @Mark("Mark: @Nullable a.B `a.b.C` %s $1") StringBuilder text)
      throws NotFound, Full {
    return in.a();
  }

  @Provides
  @Mark("Mark: @Nullable a.B `a.b.C` %s $1")
  static StringBuilder text() {
    return new StringBuilder();
  }
}
