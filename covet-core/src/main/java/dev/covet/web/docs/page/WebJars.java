package dev.covet.web.docs.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the files of the documents from the class path; the names are ours, never a client's. */
final class WebJars {
  private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.35.0/";
  private static final String REDOC = "/META-INF/resources/webjars/redoc/2.5.1/";

  /** An image that ReDoc would fetch from outside, and leaves out if it does not load. */
  private static final String LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

  private WebJars() {}

  /** A file of Swagger UI. */
  static byte[] swaggerUi(String name) {
    return read(SWAGGER_UI + name);
  }

  /**
   * ReDoc's script, with an empty address in the place of that of the logo.
   *
   * @throws IllegalStateException if the logo is not in it: it is another ReDoc than we know
   */
  static byte[] redoc() {
    var script = new String(read(REDOC + "redoc.standalone.js"), StandardCharsets.UTF_8);
    if (!script.contains(LOGO)) throw new IllegalStateException("ReDoc has changed its logo");
    return script.replace(LOGO, "data:,").getBytes(StandardCharsets.UTF_8);
  }

  /** A file that lies beside this class. */
  static byte[] own(String name) {
    return read(name);
  }

  private static byte[] read(String name) {
    try (var in = WebJars.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is not on the class path");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
