package dev.covet.cli.dev;

import dev.covet.base.config.StartFailure;
import dev.covet.cli.terminal.Terminal;
import dev.covet.web.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has the port open where the newest version wants it, or the first one most likely will: then
 * there is a page that says why it does not run. For one thread, but for {@link #address} and
 * {@link #close}.
 */
final class OpenPort implements AutoCloseable {
  private final Path folder;
  private final List<String> arguments;
  private final Terminal terminal;
  private final Listening listening;
  private boolean isClosed;

  /** What was said to be no place to listen at. */
  private @Nullable ServerSettings refused;

  /** Where the newest version was said to be found. */
  private String announced = "";

  OpenPort(Path folder, List<String> arguments, Terminal terminal, Front front) {
    this.folder = folder;
    this.arguments = List.copyOf(arguments);
    this.terminal = terminal;
    this.listening = new Listening(front);
  }

  /** Where it listens: {@code http://127.0.0.1:8000}; empty if nowhere. */
  String address() {
    return listening.address();
  }

  /** Whether it could not listen when that was tried last. */
  boolean isClosed() {
    return isClosed;
  }

  /** Listens for a version, or for the first one to come; to be tried again where that fails. */
  void open(@Nullable Version version) {
    var wanted = version == null ? Listening.expected(folder, arguments) : version.server();
    try {
      isClosed = !listening.move(wanted, version == null ? Duration.ZERO : version.grace());
      if (version != null && !isClosed) announce(version);
    } catch (StartFailure e) {
      isClosed = true;
      if (version == null || wanted.equals(refused)) return;
      refused = wanted;
      terminal.wrong(String.join("\n", e.faults()));
      terminal.say("It is tried again until it works.");
    }
  }

  private void announce(Version version) {
    refused = null;
    if (announced.equals(address())) return;
    announced = address();
    terminal.done(listening.address(version.app().hasDocs() ? "/docs" : "/"));
  }

  @Override
  public void close() {
    listening.close();
  }
}
