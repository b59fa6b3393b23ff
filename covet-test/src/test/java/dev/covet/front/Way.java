package dev.covet.front;

import dev.covet.app.App;
import dev.covet.test.TestClient;

/** How requests get to the app; every case of the suite holds for each. */
enum Way {
  MEMORY,
  HTTP1_LOOP,
  HTTP1_JDK,
  HTTP2;

  /** Longer than a machine with much else to do needs. */
  TestClient client(App app) {
    return switch (this) {
      case MEMORY -> TestClient.of(app);
      case HTTP1_LOOP -> TestClient.of(app.set("THREADS", "loop")).http1();
      case HTTP1_JDK -> TestClient.of(app.set("THREADS", "jdk")).http1();
      case HTTP2 -> TestClient.of(app).http2();
    };
  }
}
