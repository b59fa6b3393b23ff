package dev.covet.web.stream;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;
import java.util.Map;

/** There is a WebSocket, of version 13, and nothing else at this path (426; RFC 6455, 4.4). */
public final class UpgradeRequired extends ApiError.Known {
  private static final long serialVersionUID = 1;

  /** The error with what is to be asked for. */
  public UpgradeRequired(String message) {
    super(BuiltInError.UPGRADE_REQUIRED, message);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Sec-WebSocket-Version", SocketHandshake.VERSION);
  }
}
