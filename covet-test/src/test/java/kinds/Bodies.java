package kinds;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.JsonValue;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies of every kind, which come back as they were read. */
@Routes("/bodies")
final class Bodies {
  @Post("/texts")
  Texts texts(Texts texts) {
    return texts;
  }

  @Post("/patterned")
  Patterned patterned(Patterned patterned) {
    return patterned;
  }

  @Post("/numbers")
  Numbers numbers(Numbers numbers) {
    return numbers;
  }

  @Post("/scalars")
  Scalars scalars(Scalars scalars) {
    return scalars;
  }

  @Post("/clocks")
  Clocks clocks(Clocks clocks) {
    return clocks;
  }

  @Post("/trees")
  @Status(201)
  Tree tree(Tree tree) {
    return tree;
  }

  @Post("/accounts")
  @Status(201)
  Account account(Account account) {
    return account;
  }

  @Get("/accounts/{id}")
  Account read(long id) {
    return new Account(id, "Ann", "1234", null, 1, Color.BLUE);
  }

  @Put("/accounts/{accountId}")
  Account replace(long accountId, Account account) {
    return account;
  }

  @Patch("/accounts/{id}")
  Account change(long id, Changes<Account> changes) {
    return changes.apply(new Account(id, "Ann", "1234", null, 1, null));
  }

  @Post("/exact")
  Exact exact(Exact exact) {
    return exact;
  }

  @Post("/spans")
  Span span(Span span) {
    return span;
  }

  @Post("/wide")
  Wide wide(Wide wide) {
    return wide;
  }

  @Post("/any")
  JsonValue any(JsonValue any) {
    return any;
  }

  @Post("/lists")
  List<String> list(@Body @Size(max = 3) List<@NotBlank @Size(max = 4) String> list) {
    return list;
  }

  @Post("/maybe")
  String maybe(@Nullable Exact exact) {
    return "" + exact;
  }

  @Post("/perhaps")
  String perhaps(Optional<Exact> exact) {
    return "" + exact;
  }

  @Post("/numbers/default")
  int number(@Body @Default("5") @Max(9) int number) {
    return number;
  }

  @Post("/texts/default")
  JsonValue text(@Body @Default("RED") Color color, @Default("1") int times) {
    return new JsonValue.Text("" + color + times);
  }

  @Post("/lists/default")
  List<Color> colors(@Body @Default @Size(max = 2) List<Color> colors) {
    return colors;
  }

  @Post("/signs")
  Signs signs(Signs signs) {
    return signs;
  }

  @Post("/times")
  Times times(Times times) {
    return times;
  }

  @Post("/bytes")
  byte[] bytes(byte[] bytes) {
    return bytes;
  }
}
