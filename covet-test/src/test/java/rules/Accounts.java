package rules;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Flatten;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Lifetime;
import dev.covet.api.Post;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Scalar;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes values that keep the app's own constraints, from everywhere. */
@Routes("/accounts")
public final class Accounts {
  record Span(int from, int to) {}

  record Account(
      @Title String title,
      @Code String code,
      @Iban(length = 6) @Nullable String iban,
      @Default @Even List<@Even Integer> counts,
      @Ordered Span span,
      @Even @Positive long total) {}

  record Booking(@Flatten @Ordered Span span, String room) {}

  record Stay(@Flatten Booking booking, @Positive int guests) {}

  record Move(@Flatten @Ordered Changes<Span> span, String reason) {}

  @Query
  record Filter(
      @Title(longest = 3) String name, @Nullable @Iban(length = 4, countries = "CH") String bank) {}

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  record Square(@Even int side) implements Shape {}

  @Scalar
  record Vin(@Size(min = 2) String text) {}

  record Pair<T>(@Even T left, List<List<@Even Integer>> deep) {}

  record Holder<T>(T held) {}

  record Things(
      @Round Shape shape,
      @Default List<@Round Shape> shapes,
      @Round Vin vin,
      Pair<Long> pair,
      @Default List<Holder<@Even Integer>> holders) {}

  /** What is asked for, as a service has it. */
  record Fleet(List<Vin> vins) {}

  record Window(@Default("w") String name, @Ordered Span span) {}

  @Provides(Lifetime.REQUEST)
  static Fleet fleetOf(@Query("vin") List<Vin> vins) {
    return new Fleet(vins);
  }

  @Get("/fleet")
  int fleet(@Provided Fleet fleet) {
    return fleet.vins().size();
  }

  @Get("/vins")
  int vins(@Query @Round List<Vin> vin) {
    return vin.size();
  }

  @Get("/spans")
  Span span(@Query @Ordered Span span) {
    return span;
  }

  @Get("/windows")
  Window window(@Query Window window) {
    return window;
  }

  @Post("/spans")
  Span formed(@Body @Form @Ordered Span span) {
    return span;
  }

  @Post("/things")
  Things things(Things things, Optional<@Even Integer> number) {
    return things;
  }

  @Post("/stays")
  Stay stay(Stay stay) {
    return stay;
  }

  @Post("/moves")
  Move move(Move move) {
    return move;
  }

  @Post
  Account create(Account account) {
    return account;
  }

  @Get
  String list(Filter filter, @Default List<@Even Integer> page, @Header @Code String word) {
    return filter.name() + page + word;
  }

  @Get("/{code}")
  long read(
      @Even long code,
      @Iban(length = 2) @Iban(length = 3, message = "{length}!") @Default("AT") String in) {
    return code + in.length();
  }

  @Get("/results/{size}")
  @Size(max = 2)
  List<@Even Integer> results(int size) {
    return IntStream.range(0, size).boxed().toList();
  }
}
