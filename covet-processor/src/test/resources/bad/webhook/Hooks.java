package hooks;

import dev.covet.api.Callback;
import dev.covet.api.Client;
import dev.covet.api.Cookie;
import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Post;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;
import dev.covet.api.Webhook;
import java.net.URI;
import java.util.List;

final class Hooks {
  record Event(String name) {}

  @Webhook
  @Client // error: COV-165 @Client does nothing without covet-resilience
  interface Right {
    @Post
    void sent(URI url, Event event);
  }

  @Webhook // error: COV-165 A webhook has no address of its own
  @Client("https://api.example.org")
  interface Fixed {
    @Post
    void sent(URI url, Event event);
  }

  @Webhook
  @Client
  interface Lost {
    @Post
    void event(Event event); // error: COV-165 event(...) does not say at which address it is called

    @Post
    void late(Event event, URI url); // error: COV-165 late(...) does not say at which address

    @Post
    void header(@Header URI url); // error: COV-165 header(...) does not say at which address

    @Post("/paid") // error: COV-165 paid(...) has a path
    void paid(URI url, Event event);
  }

  @Webhook // error: COV-131 @Webhook does nothing on an interface
  interface Free {}

  @Client // error: COV-165 "" is not the address of a service
  interface Nowhere {
    @Post
    void sent(Event event);
  }

  record Order(@ReadOnly @Default("https://example.org") URI done, String text, Address address) {}

  record Address(URI url, URI other) {}

  record Subscription(URI url) {}

  @Callback(Right.class) // error: COV-131 @Callback does nothing on a class with routes
  @Routes("/orders")
  static final class Orders {
    @Post("/right")
    @Callback(Right.class)
    void right(Subscription subscription) {}

    @Post("/text")
    @Callback(value = Right.class, at = "text")
    void text(Order order) {}

    @Post("/nested")
    @Callback(value = Right.class, at = "address.url")
    void nested(Order order) {}

    @Post("/query")
    @Callback(Right.class)
    void query(URI back, Event event) {}

    @Post("/none")
    @Callback(Right.class) // error: COV-168 POST /orders/none reads no address at which Right could be called
    void none(Event event) {}

    @Post("/cookie")
    @Callback(Right.class) // error: COV-168 POST /orders/cookie reads no address
    void cookie(@Cookie URI url) {}

    @Post("/several")
    @Callback(Right.class) // error: COV-168 POST /orders/several reads several addresses
    void several(Order order) {}

    @Post("/unknown")
    @Callback(value = Right.class, at = "url") // error: COV-168 POST /orders/unknown reads no text "url"
    void unknown(Order order) {}

    @Post("/server")
    @Callback(value = Right.class, at = "done") // error: COV-168 POST /orders/server reads no text "done"
    void server(Order order) {}

    @Get("/other")
    @Callback(Nowhere.class) // error: COV-168 Nowhere is not a webhook
    List<Event> other(URI url) {
      return List.of();
    }

    @Get("/class")
    @Callback(int.class) // error: COV-168 int is not a webhook
    List<Event> type(URI url) {
      return List.of();
    }
  }
}
