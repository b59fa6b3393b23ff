package dev.covet.web.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** By which protocol a WebSocket is opened. */
enum SocketWay {
  /** RFC 6455. */
  HTTP1 {
    @Override
    FrameSocket open(int port, String... fields) throws IOException {
      return FrameSocket.over(port, fields);
    }
  },

  /** RFC 8441. */
  HTTP2 {
    @Override
    FrameSocket open(int port, String... fields) throws IOException {
      return FrameSocket.over(FrameClient.to(port), 1, fields);
    }
  };

  /** Opens one on a connection of its own, with further fields: {@code Name: value}. */
  abstract FrameSocket open(int port, String... fields) throws IOException;

  /** The head of a request by HTTP/2 that asks for one. */
  static String[] connect(String path, String... fields) {
    var all =
        new ArrayList<>(
            List.of(
                ":method",
                "CONNECT",
                ":protocol",
                "websocket",
                ":scheme",
                "http",
                ":path",
                path,
                ":authority",
                "a",
                "sec-websocket-version",
                "13"));
    for (var each : fields) {
      var colon = each.indexOf(": ");
      all.add(each.substring(0, colon).toLowerCase(Locale.ROOT));
      all.add(each.substring(colon + 2));
    }
    return all.toArray(String[]::new);
  }
}
