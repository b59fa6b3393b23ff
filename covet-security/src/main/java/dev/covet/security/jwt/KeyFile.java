package dev.covet.security.jwt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a file that holds a JWK Set. It is looked at every 10 s, so keys change without a
 * restart; while it cannot be read, the last good ones hold.
 */
final class KeyFile implements KeySource {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  /** Longest file, in bytes. */
  static final int BYTES_MAX = 262_144;

  private final Path file;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile State state;

  private record State(TokenKeys keys, Instant read) {}

  /**
   * Reads a file for the first time.
   *
   * @throws IOException if it cannot be read, or has no key that is known; the message says why
   */
  KeyFile(Path file, InstantSource clock) throws IOException {
    this.file = file;
    this.clock = clock;
    this.state = new State(read(), clock.instant());
  }

  private TokenKeys read() throws IOException {
    if (Files.size(file) > BYTES_MAX) throw new IOException(file + " has more than 262144 bytes");
    try {
      var keys = TokenKeys.parse(Files.readString(file, StandardCharsets.UTF_8));
      if (keys.all().isEmpty()) throw new IOException(file + " has no key that can be used");
      return keys;
    } catch (ParseException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public TokenKeys keys() {
    return after(EVERY);
  }

  @Override
  public TokenKeys newer() {
    return after(AT_MOST_EVERY);
  }

  private TokenKeys after(Duration wait) {
    if (clock.instant().isBefore(state.read().plus(wait)) || !reading.tryLock()) {
      return state.keys();
    }
    try {
      var found = read();
      var same = found.text().equals(state.keys().text());
      state = new State(same ? state.keys() : found, clock.instant());
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("key_file_unreadable");
      state = new State(state.keys(), clock.instant());
    } finally {
      reading.unlock();
    }
    return state.keys();
  }
}
