package remote;

import dev.covet.api.Client;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Query;
import java.util.concurrent.locks.Lock;

final class Remote {
  record Part(String name) {}

  @Client("https://api.example.org")
  interface Parts {
    @Get("/parts/{id}") // error: COV-107 GET /parts/{id} has no parameter for path value "id"
    Part part(long other);

    @Get("/parts")
    Part found(Part part); // error: COV-103 GET /parts takes "part" from the body

    @Get("/locked")
    void locked(Lock lock); // error: COV-165 "lock" is not data

    void nothing(); // error: COV-165 nothing(...) does not say what it calls

    default void here() {}
  }

  @Client("api.example.org") // error: COV-165 "api.example.org" is not the address of a service
  interface Nowhere {
    @Post("/parts")
    Part make(@Query String name);
  }

  @Client("https://api.example.org") // error: COV-131 @Client does nothing on
  abstract static class Classes {
    @Get("/parts")
    abstract Part part();
  }

  interface Base {
    void old();
  }

  @Client("https://api.example.org") // error: COV-165 Heir does not inherit old(...)
  interface Heir extends Base {
    @Get("/parts")
    Part part();
  }

  @Client("https://api.example.org") // error: COV-165 Typed has type parameters
  interface Typed<T> {
    @Get("/parts")
    Part part();
  }

  @Client("https://api.example.org/v1") // error: COV-165 @Client does nothing without covet-resilience
  interface Alone {
    @Get("/parts")
    Part part();
  }
}
