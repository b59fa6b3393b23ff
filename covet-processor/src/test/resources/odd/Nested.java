package odd.nested;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;

/** Types at any depth, and several of one simple name. */
final class Nested {
  static final class A {
    record R(int x) {}

    @Routes("/nested")
    static final class Deep {
      record C(D d) {
        record D(E e) {
          enum E {
            X
          }
        }
      }

      record Page(int size, Part part) {}

      record Part(String text) {}

      @Post
      C post(C c) {
        return c;
      }

      @Get
      A.R get(B.R r, @Query Page page) {
        return new A.R(r.y());
      }
    }
  }

  static final class B {
    @Query
    record R(int y) {}
  }
}
