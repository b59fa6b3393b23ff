package dev.covet.app;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Starts programs as processes of their own, as whoever uses them does. */
abstract class Processes {
  @TempDir Path folder;

  Process start(Map<String, String> environment, String... arguments) throws IOException {
    return start("golden.roster.RosterApp", environment, arguments);
  }

  Process start(String main, Map<String, String> environment, String... arguments)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // most live for a second
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("COVET_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** How a program ended that was to end by itself. */
  record End(int code, String out, String err) {}

  End run(Map<String, String> environment, String... arguments) throws Exception {
    return run("golden.roster.RosterApp", environment, arguments);
  }

  End run(String main, Map<String, String> environment, String... arguments) throws Exception {
    var process = start(main, environment, arguments);
    try {
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new End(process.waitFor(), out, err);
    } finally {
      process.destroyForcibly();
    }
  }

  static String get(String uri) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(uri)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
