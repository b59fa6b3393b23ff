package dev.covet.cli.create;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A machine for scripts: a JDK and a Maven that write down what they are asked for, one line an
 * argument, in a home of their own.
 */
final class Toolbox {
  private static final String JAVA =
      """
      #!/bin/sh
      TOOLS="${TOOLS:-$(cd "$(dirname "$0")/../.." && pwd)}"
      { echo "java in $PWD"; for a in "$@"; do echo "$a"; done; } >>"$TOOLS/log"
      if [ -f "$TOOLS/waits" ]; then
        read -r _ <"$TOOLS/never" &
        never=$!
        trap 'kill $never; echo ended >>"$TOOLS/log"; exit "$(cat "$TOOLS/waits")"' TERM
        echo waiting >>"$TOOLS/log"
        wait $never
      fi
      for a in "$@"; do case "$a" in
        -XX:AOTCacheOutput=*) [ -f "$TOOLS/untrained" ] || echo cache >"${a#*=}" ;;
      esac; done
      code="$(head -n 1 "$TOOLS/codes")"
      sed 1d "$TOOLS/codes" >"$TOOLS/rest" && mv "$TOOLS/rest" "$TOOLS/codes"
      exit "${code:-0}"
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      case "$*" in *--version*) echo "Apache Maven $(cat "$TOOLS/version") (abc)"; exit ;; esac
      { echo "mvn in $PWD"; for a in "$@"; do echo "$a"; done; } >>"$TOOLS/log"
      [ ! -f "$TOOLS/broken" ] || { cat "$TOOLS/broken"; exit 1; }
      for a in "$@"; do case "$a" in
        package)
          [ ! -f "$TOOLS/edit" ] || { cat "$TOOLS/edit" >>src/main/java/shop/Item.java; rm "$TOOLS/edit"; }
          mkdir -p target/lib && cp pom.xml target/shop.jar && cp pom.xml target/lib/a.jar ;;
        -Dcovet.description=*)
          [ ! -f "$TOOLS/edit-pom" ] || { cat "$TOOLS/edit-pom" >>pom.xml; rm "$TOOLS/edit-pom"; }
          mkdir -p "$(dirname "${a#*=}")"
          printf 'name=shop\\nfolder=%s\\npoms=%s\\ntools=%s\\nlibraries=%s\\nresources=%s\\n' \\
            "$PWD" "$(ls "$PWD"/pom.xml 2>/dev/null)" "$TOOLS/version" "$TOOLS/version" "$PWD/res" >"${a#*=}" ;;
      esac; done
      """;

  private final Path folder;

  Toolbox(Path folder) throws IOException {
    this.folder = folder;
    var bin = Files.createDirectories(folder.resolve("jdk/bin"));
    executable(bin.resolve("java"), JAVA);
    executable(bin.resolve("javac"), "#!/bin/sh\n");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    executable(Files.createDirectories(folder.resolve("bin")).resolve("mvn"), MAVEN);
    Files.createDirectories(folder.resolve("home/.m2"));
    write("version", "3.9.9");
    write("codes", "");
    write("log", "");
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) throw new IOException(file.toString());
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** What was called since the last time, with each argument. */
  List<String> calls() throws IOException {
    var calls = Files.readAllLines(folder.resolve("log"));
    write("log", "");
    return calls;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** How a script ended, and what it said, on either stream. */
  record Run(int exit, String said) {}

  Run run(Path in, Map<String, String> more, Path script, String... arguments)
      throws IOException, InterruptedException {
    var process = start(in, more, script, arguments);
    try {
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) throw new IllegalStateException("still running");
      return new Run(process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }

  Process start(Path in, Map<String, String> more, Path script, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    var environment = new HashMap<>(more);
    environment.put("TOOLS", folder.toString());
    environment.putIfAbsent("JAVA_HOME", folder.resolve("jdk").toString());
    environment.putIfAbsent("HOME", folder.resolve("home").toString());
    environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }
}
