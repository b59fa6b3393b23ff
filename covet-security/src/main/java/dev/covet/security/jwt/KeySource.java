package dev.covet.security.jwt;

import dev.covet.api.Unavailable;

/** Where keys of tokens come from. Thread-safe. */
public sealed interface KeySource permits KeySource.Fixed, KeyFile, KeyUrl {
  /**
   * The keys as they are known now.
   *
   * @throws Unavailable if none are known, because they cannot be had
   */
  TokenKeys keys();

  /**
   * The keys, looked for anew if that was not done a moment ago, because a token names one that is
   * not among those that are known.
   *
   * @throws Unavailable as {@link #keys}
   */
  TokenKeys newer();

  /** Keys that stay. */
  record Fixed(TokenKeys keys) implements KeySource {
    @Override
    public TokenKeys newer() {
      return keys;
    }
  }
}
