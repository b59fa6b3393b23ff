package dev.covet.front;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An app in a JVM of its own with 64 MB of heap, in development mode. */
final class OwnProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(https?://127\\.0\\.0\\.1:\\d+)/docs");

  private final Process process;
  private final URI address;

  OwnProcess(Class<?> main, Path folder, Map<String, String> settings) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("COVET_MODE", "development");
    builder.environment().put("HOST", "127.0.0.1");
    builder.environment().put("PORT", "0");
    builder.environment().putAll(settings);
    process = builder.redirectErrorStream(true).start();
    var lines = process.inputReader();
    address = address(lines);
    Thread.ofVirtual().start(() -> drop(lines)); // a full pipe would keep lines of the log waiting
  }

  private static URI address(BufferedReader lines) throws IOException {
    var said = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      var found = ADDRESS.matcher(line);
      if (found.find()) return URI.create(found.group(1));
    }
    throw new AssertionError("the program did not start: " + said);
  }

  private static void drop(BufferedReader lines) {
    try {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      // it has ended
    }
  }

  /** Where it is asked, without a path. */
  URI address() {
    return address;
  }

  /** Bytes of memory that the system gives it; 0 where nobody says so. */
  long residentBytes() throws IOException {
    var status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) return 0;
    try (var lines = Files.lines(status)) {
      return lines
          .filter(each -> each.startsWith("VmRSS:"))
          .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) * 1_024)
          .sum();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
