package drawing;

import dev.covet.api.Body;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Table;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.data.Session;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types of a library, each with a codec that a method provides. */
@Routes("/prices")
public final class Prices {
  record Price(Money net, @Nullable Money tax, List<Money> parts, Locale shown) {}

  /** A row with what SQL has no type for. */
  @Table
  public record Offer(@Id long id, Money price, Shape shape, List<Shape> more) {}

  @Query
  record Between(@Nullable Money least, Optional<Money> most, List<Money> some) {}

  /** A year with a number of its own in JSON. */
  static final class Vintage {
    private final int year;

    private Vintage(int year) {
      this.year = year;
    }
  }

  /** Written by hand, and no text. */
  private record VintageCodec() implements Codec<Vintage> {
    @Override
    public @Nullable Vintage read(JsonReader in) {
      return new Vintage(in.readInt());
    }

    @Override
    public void write(JsonWriter out, Vintage value) {
      out.write(value.year);
    }

    @Override
    public Schema schema() {
      return Schema.of(Kind.INT);
    }
  }

  @Provides
  static Codec<Money> money() {
    return Codec.ofText(Money::parse, Money::toString);
  }

  @Provides
  static Codec<Locale> locale() {
    return Codec.ofText(Locale::forLanguageTag, Locale::toLanguageTag);
  }

  @Provides
  static Codec<Vintage> vintage() {
    return new VintageCodec();
  }

  @Post
  Price post(Price price) {
    return price;
  }

  @Post("/offers")
  @Status(201)
  Offer offer(Offer offer, Session db) {
    return db.insert(Prices_OfferTable.OFFER, offer);
  }

  @Get("/offers")
  List<Offer> offers(Session db) {
    return db.from(Prices_OfferTable.OFFER).list();
  }

  @Get("/{price}")
  Money one(Money price, @Nullable Money add) {
    return add == null ? price : add;
  }

  @Get
  List<String> between(Between between) {
    return List.of(
        String.valueOf(between.least()), between.most().toString(), between.some().toString());
  }

  @Post("/sets")
  int set(@Body Set<Money> all) {
    return all.size();
  }

  @Post("/vintage")
  Vintage vintage(@Body Vintage vintage) {
    return vintage;
  }

  @Get("/vintage")
  Vintage asked(Vintage year) {
    return year;
  }
}
