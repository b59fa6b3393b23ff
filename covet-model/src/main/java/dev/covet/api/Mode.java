package dev.covet.api;

/** What an app is started for; safe defaults depend on it. */
public enum Mode {
  /** The default: all addresses, nothing that helps an attacker. */
  PRODUCTION,

  /** On the own machine: 127.0.0.1, every request logged, tables made at start. */
  DEVELOPMENT,

  /** Inside a test; no variable selects it. */
  TEST
}
