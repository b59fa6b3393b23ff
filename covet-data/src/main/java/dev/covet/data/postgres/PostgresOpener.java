package dev.covet.data.postgres;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.limit.LimitSource;
import dev.covet.data.driver.Opener;
import dev.covet.data.driver.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens {@code postgresql://user@host/database}. Settings: {@code DATABASE_PASSWORD}, or {@code
 * DATABASE_PASSWORD_FILE} with its path; {@code DATABASE_POOLER} (off) for PgBouncer and the like
 * in between; {@code DATABASE_CONNECTIONS_MIN} (5) and {@code DATABASE_CONNECTIONS_MAX} (20);
 * {@code DATABASE_REPLICA_LAG_SECONDS_MAX} (10) for a replica.
 */
public final class PostgresOpener implements Opener {
  private static final int CONNECTIONS_MIN = 5;
  private static final int CONNECTIONS_MAX = 20;
  private static final int LAG_SECONDS_MAX = 10;

  /** For the service loader. */
  public PostgresOpener() {}

  @Override
  public String scheme() {
    return "postgresql";
  }

  /** Both, as PostgreSQL's own programs do. */
  @Override
  public boolean opens(String scheme) {
    return scheme.equals(scheme()) || scheme.equals("postgres");
  }

  @Override
  public String example() {
    return "postgresql://user@host/heroes";
  }

  @Override
  public Target target(String url, Config config) {
    var parsed = PostgresUrl.of(url);
    var password = password(config);
    var limits = config.limits();
    var most = limits.count("databaseConnectionsMax", CONNECTIONS_MAX);
    var usual = config.mode() == Mode.TEST ? 1 : CONNECTIONS_MIN;
    var least = limits.count("databaseConnectionsMin", Math.min(usual, most));
    if (least > most) {
      throw new IllegalArgumentException(
          "DATABASE_CONNECTIONS_MIN is more than DATABASE_CONNECTIONS_MAX.");
    }
    var pooler = config.own("DATABASE_POOLER").orElse("off").asBoolean();
    return new PostgresTarget(
        password.isEmpty() ? parsed : parsed.withPassword(password),
        new PostgresPool.Connections(least, most, pooler),
        limits.time("databaseReplicaLagSecondsMax", LAG_SECONDS_MAX, LimitSource.SECONDS_MAX),
        Optional.empty(),
        new PostgresTarget.Use(config.mode(), config.part()));
  }

  private static String password(Config config) {
    var file = config.own("DATABASE_PASSWORD_FILE").orElse("").asText();
    var text = config.own("DATABASE_PASSWORD").orElse("").asSecret().value();
    if (file.isEmpty()) return text;
    if (!text.isEmpty()) {
      throw new IllegalArgumentException(
          "DATABASE_PASSWORD and DATABASE_PASSWORD_FILE are both set. Set one of them.");
    }
    try {
      var secret = Files.readString(Path.of(file)).stripTrailing();
      if (secret.isEmpty()) {
        throw new IllegalArgumentException("DATABASE_PASSWORD_FILE " + file + " is empty.");
      }
      return secret;
    } catch (IOException error) {
      throw new IllegalArgumentException(
          "DATABASE_PASSWORD_FILE %s cannot be read: %s.".formatted(file, error.getMessage()),
          error);
    }
  }
}
