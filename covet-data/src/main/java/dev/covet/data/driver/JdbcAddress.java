package dev.covet.data.driver;

import java.util.Map;

/**
 * How a program that speaks JDBC reaches a database.
 *
 * @param url without user and password
 * @param properties of the connection; {@code user} and {@code password} are among them
 * @param keepsSession whether a connection is one session of the database all the time, which it is
 *     not with a pooler in between
 */
public record JdbcAddress(String url, Map<String, String> properties, boolean keepsSession) {
  /** Copies the properties. */
  public JdbcAddress {
    properties = Map.copyOf(properties);
  }

  /** Without the properties, one of which is the password. */
  @Override
  public String toString() {
    return url;
  }
}
