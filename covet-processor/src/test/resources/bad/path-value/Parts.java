package tasks;

import dev.covet.api.Case;
import dev.covet.api.Get;
import dev.covet.api.Naming;
import dev.covet.api.Routes;

@Routes("/parts")
@Naming(Case.SNAKE_CASE)
final class Parts {
  @Get("/{part_id}") // error: COV-107 Name a parameter of read(...) "part_id" ("partId" under @Naming)
  String read(long number) {
    return "x" + number;
  }
}
