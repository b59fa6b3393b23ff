package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command of the system and waits for its end, at most two minutes. */
final class Shell {
  private Shell() {}

  /** How a command ended, and what it said. */
  record Run(int exit, String out, String err) {}

  /** The folder that holds the script covet. */
  static Path root() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("covet-bom"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the repository: " + Path.of("").toAbsolutePath());
  }

  static Run run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var out = Files.createTempFile("out", ".txt");
    var err = Files.createTempFile("err", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("still running after two minutes: " + command[0]);
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }
}
