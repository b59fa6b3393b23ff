package odd.letters;

import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import java.util.List;

/** Names in letters that have no case, and others that are not ASCII. */
@Routes("/größe")
final class 名 {
  record 値(String 値, Farbe färbe, List<String> 名前) {}

  record $(String $) {}

  enum Farbe {
    GRÜN,
    Ωμέγα
  }

  @Post
  値 über(値 値, @Query String größe, @Header("x-anger") String ärger) {
    return 値;
  }

  @Post("/$")
  $ $(@dev.covet.api.Body $ $) {
    return $;
  }

  @Get("/{größe}")
  String à(String größe) {
    return größe;
  }
}
