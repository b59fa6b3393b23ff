package shop;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.JsonValue;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/** Takes items, and says what it got. */
@Routes("/items")
public final class Items {
  /** Takes an item as it is. */
  @Post("/{id}")
  @Status(201)
  Item take(int id, @Header @Default("1") int priority, Item item) {
    return item;
  }

  /** Counts. */
  @Get
  List<Integer> list(@Min(1) @Max(100) int limit, @Min(0) @Default("0") int offset) {
    return List.of(limit, offset);
  }

  @Post("/strict")
  StrictItem strict(StrictItem item) {
    return item;
  }

  @Post("/any")
  JsonValue any(JsonValue value) {
    return value;
  }

  @Post("/accounts")
  @Status(201)
  Account account(Account account) {
    return account;
  }

  @Patch("/accounts/{id}")
  Account change(long id, Changes<Account> changes) {
    return changes.apply(new Account(id, "Ann", true, "1234"));
  }

  @Get("/optional/{id}")
  Optional<Account> optional(long id) {
    return id == 1 ? Optional.of(new Account(1, "Ann", false, "1234")) : Optional.empty();
  }

  /** Refuses. */
  @Get("/closed")
  String closed(@Default("true") boolean really) throws ShopClosed {
    if (really) throw new ShopClosed();
    return "open";
  }

  /** Takes what only a pattern that is not linear tells apart. */
  @Get("/coded")
  String coded(@Pattern(regexp = "(a|b)*c") String code) {
    return "coded";
  }

  @Post("/codes")
  int codes(@Body List<@Pattern(regexp = "(a|b)*c") String> codes) {
    return codes.size();
  }

  /** Waits for a bank. */
  @Get("/paid")
  String paid(@Default("true") boolean really) throws PaymentTimeout {
    if (really) throw new PaymentTimeout();
    return "paid";
  }

  /** Says nothing of what it throws. */
  @Get("/secretive")
  String secretive(@Default("true") boolean really) {
    if (really) throw new NotFound("nothing of this in the signature");
    return "found";
  }

  /** Makes an answer that breaks its own constraints. */
  @Get("/broken")
  Account broken() {
    return new Account(1, "", false, "");
  }
}
