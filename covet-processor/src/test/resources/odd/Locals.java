package odd.locals;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Lifetime;
import dev.covet.api.OnStart;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import java.util.List;

/** Parameters that are called like variables of generated code. */
@Routes("/locals")
final class Locals {
  record In(String text) {}

  @Provides
  static final class C {}

  Locals(C locals, C scope, C wiring, C e, C C) {}

  @Post("/{e}")
  int post(
      int scope,
      String request,
      @Default("1") int problems,
      String bodies,
      int e,
      List<String> result,
      In in,
      C target,
      C locals,
      @Header String bind,
      C wiring,
      String C) {
    return 1;
  }

  @OnStart
  void start(C locals, C scope, C wiring, C bodies, C e) {}

  @Provides
  static StringBuilder builder(C locals, C scope, C wiring, C bodies, C e, C problems, C bound)
      throws Exception {
    return new StringBuilder();
  }

  @Provides(Lifetime.REQUEST)
  static StringBuffer buffer(
      C locals, C scope, C wiring, String bodies, int e, @Header String problems, String request)
      throws Exception {
    return new StringBuffer();
  }

  @Get
  int get(StringBuilder builder, StringBuffer buffer) throws Throwable {
    return 1;
  }
}
