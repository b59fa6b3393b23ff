package every;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Post;
import dev.covet.api.Routes;

/** Defaults that only their value classes know to be none. */
public final class Refused {
  private Refused() {}

  record Prize(@Default("13") Rank rank) {}

  /** In a body. */
  @Routes("/refused/body")
  public static final class Body {
    @Post
    Prize give(Prize prize) {
      return prize;
    }
  }

  /** In a query. */
  @Routes("/refused/query")
  public static final class Query {
    @Get
    Lot lot(@Default("3") Lot lot) {
      return lot;
    }
  }

  /** In a header. */
  @Routes("/refused/header")
  public static final class Head {
    @Get
    Lot lot(@Header @Default("5") Lot lot) {
      return lot;
    }
  }
}
