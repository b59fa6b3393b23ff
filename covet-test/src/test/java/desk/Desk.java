package desk;

import desk.Ticket.Kept;
import dev.covet.api.Body;
import dev.covet.api.Cookie;
import dev.covet.api.Default;
import dev.covet.api.Delete;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Lifetime;
import dev.covet.api.Name;
import dev.covet.api.Paging;
import dev.covet.api.Post;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Strict;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes values, and says what it got. */
@Routes("/desk")
public final class Desk {
  /** Somebody whom a form names. */
  record Visitor(String name) {}

  @Provides(Lifetime.REQUEST)
  static Visitor visitor(@Form("visitor") String name, @Nullable @Cookie String badge) {
    return new Visitor(name + badge);
  }

  @Get("/path/{count}/{big}/{price}/{exact}/{flag}/{text}/{day}/{moment}/{id}/{color}")
  String path(
      @Max(9) int count,
      long big,
      double price,
      BigDecimal exact,
      boolean flag,
      @NotBlank @Size(max = 5) String text,
      LocalDate day,
      Instant moment,
      UUID id,
      Color color) {
    return new Values(count, big, price, exact, flag, text, day, moment, id, color).toString();
  }

  @Get("/query")
  String query(@Query Values values) {
    return values.toString();
  }

  @Get("/header")
  String header(@Header Values values) {
    return values.toString();
  }

  @Get("/cookie")
  String cookie(@Cookie Values values) {
    return values.toString();
  }

  @Post("/form")
  String form(@Form Values values) {
    return values.toString();
  }

  @Post("/body")
  String body(@Body Values values) {
    return values.toString();
  }

  @Get("/maybe/query")
  String maybeQuery(@Query Maybe maybe) {
    return maybe.toString();
  }

  @Get("/maybe/header")
  String maybeHeader(@Header Maybe maybe) {
    return maybe.toString();
  }

  @Get("/maybe/cookie")
  String maybeCookie(@Cookie Maybe maybe) {
    return maybe.toString();
  }

  @Post("/maybe/form")
  String maybeForm(@Form Maybe maybe) {
    return maybe.toString();
  }

  /** Shows a page as somebody likes it. */
  @Get("/page")
  String page(@Nullable @Cookie String theme, @Cookie("seen_at") @Nullable Long seen) {
    return theme + " " + seen;
  }

  /** Finds by what is called as clients like it. */
  @Get("/filter")
  String filter(
      @Query @Size(max = 3) Map<@Size(max = 8) String, @NotBlank @Size(max = 5) String> filter,
      @Default("1") int page,
      @Nullable @Name({"q", "query"}) String text) {
    return filter + " " + page + " " + text;
  }

  @Get("/counts")
  String counts(@Query Map<String, @Size(max = 2) List<@Max(9) Integer>> counts, Paging paging) {
    return counts + " " + paging.limit();
  }

  @Get("/marks")
  String marks(@Nullable @Query SequencedMap<String, int[]> marks) {
    return marks == null
        ? "none"
        : marks.entrySet().stream()
            .map(each -> each.getKey() + Arrays.toString(each.getValue()))
            .toList()
            .toString();
  }

  @Get("/colors")
  String colors(@Query Optional<Map<String, Set<Color>>> colors) {
    return colors.toString();
  }

  /** Everything is known: what has no name here is a price. */
  @Strict
  record Offer(int days, Map<String, BigDecimal> prices) {}

  @Get("/offers")
  String offer(@Query Offer offer) {
    return offer.toString();
  }

  @Post("/offers")
  String offered(@Body @Form Offer offer) {
    return offer.toString();
  }

  @Get("/picks")
  String picks(int[] id, @Header Color[] color, @Cookie List<String> theme) {
    return Arrays.toString(id) + Arrays.toString(color) + theme;
  }

  @Post("/notes")
  String notes(
      @Form @NotEmpty @Size(max = 2) Map<@Size(max = 8) String, Integer> ranks,
      @Form @Default String title,
      @Provided Visitor visitor) {
    return title + ranks + visitor.name();
  }

  @Get("/themes")
  List<String> themes(@Cookie List<String> theme) {
    return theme;
  }

  @Get("/named")
  String named(@Nullable @Name({"q", "query"}) String text, @Nullable @Header String xTag) {
    return text + " " + xTag;
  }

  /**
   * Takes a photo's title.
   *
   * @param title what it shows
   */
  @Post("/photos/{id}")
  String photo(long id, @Form @Size(max = 8) String title, @Form @Nullable Integer rank) {
    return id + title + rank;
  }

  /** Signs in, by a form or by JSON. */
  @Post("/login")
  String login(Login login) {
    return login.login() + login.stay();
  }

  @Post("/either")
  String either(@Nullable @Body @Form Kept kept) {
    return String.valueOf(kept);
  }

  @Post("/tickets")
  String ticket(Ticket ticket) {
    return ticket.toString();
  }

  @Post("/kept")
  String kept(@Form Kept kept) {
    return kept.toString();
  }

  @Post("/visitors")
  String visitor(@Provided Visitor visitor, @Form int age) {
    return visitor.name() + age;
  }

  @Delete("/tickets")
  String delete(@Form String why) {
    return why;
  }

  @Post("/all/form/{id}")
  String allOfForm(@Form int age, @Cookie int seen, @Header int xCount, @Query int page, int id) {
    return "" + age + seen + xCount + page + id;
  }

  @Post("/all/body/{id}")
  String allOfBody(Values values, @Cookie int seen, @Header int xCount, @Query int page, int id) {
    return "" + values + seen + xCount + page + id;
  }
}
