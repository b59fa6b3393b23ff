package dev.covet.conformance;

import dev.covet.app.Covet;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Compress;
import java.nio.charset.StandardCharsets;

/** Long texts, at once and as a stream. */
public final class CompressedApp {
  private static final String TEXT =
      "What is compressed reads back the same: äöü, 🙂, and so on, line by line.\n".repeat(5_000);

  private CompressedApp() {}

  static void main(String[] args) {
    var bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    Covet.app()
        .use(Compress.standard())
        .get("/text", _ -> Response.text(TEXT))
        .get(
            "/stream",
            _ ->
                Response.of(
                    200,
                    "text/plain; charset=utf-8",
                    new Content.Stream(
                        -1,
                        out -> {
                          for (var from = 0; from < bytes.length; from += 1_000) {
                            out.write(bytes, from, Math.min(1_000, bytes.length - from));
                          }
                        })))
        .run(args);
  }
}
