package dev.covet.front;

import dev.covet.app.App;
import dev.covet.test.TestClient;

/** How requests get to the app; every case of the suite holds for each. */
enum Way {
  MEMORY,
  HTTP1_LOOP,
  HTTP1_JDK,
  HTTP2_LOOP,
  HTTP2_JDK,
  HTTPS1,
  HTTPS2;

  String scheme() {
    return this == HTTPS1 || this == HTTPS2 ? "https" : "http";
  }

  boolean isHttp2() {
    return this == HTTP2_LOOP || this == HTTP2_JDK || this == HTTPS2;
  }

  /**
   * How many of so many requests are enough here: each has a connection of its own, and to encrypt
   * it takes fifty times as long as to answer.
   */
  int enough(int requests) {
    return scheme().equals("https") ? requests / 20 : requests;
  }

  /** Longer than a machine with much else to do needs. */
  TestClient client(App app) {
    return switch (this) {
      case MEMORY -> TestClient.of(app);
      case HTTP1_LOOP -> TestClient.of(app.set("THREADS", "loop")).http1();
      case HTTP1_JDK -> TestClient.of(app.set("THREADS", "jdk")).http1();
      case HTTP2_LOOP -> TestClient.of(app.set("THREADS", "loop")).http2();
      case HTTP2_JDK -> TestClient.of(app.set("THREADS", "jdk")).http2();
      case HTTPS1 -> TestClient.of(app).https();
      case HTTPS2 -> TestClient.of(app).https2();
    };
  }
}
