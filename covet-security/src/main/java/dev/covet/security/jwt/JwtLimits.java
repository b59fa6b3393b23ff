package dev.covet.security.jwt;

import dev.covet.base.limit.LimitSource;

/**
 * How much of a token is accepted.
 *
 * @param tokenBytesMax longest token, in bytes
 * @param kidCharsMax longest {@code kid}, in characters
 * @param clockSkewSeconds by how much the clocks of two machines may differ
 * @param tokenCacheEntriesMax most tokens that are known again without a look at their signature
 */
public record JwtLimits(
    int tokenBytesMax, int kidCharsMax, int clockSkewSeconds, int tokenCacheEntriesMax) {
  private static final int SKEW_SECONDS_MAX = 600;

  public static JwtLimits from(LimitSource source) {
    return new JwtLimits(
        source.count("tokenBytesMax", 8_192),
        source.count("kidCharsMax", 128),
        source.count("clockSkewSeconds", 30, SKEW_SECONDS_MAX),
        source.count("tokenCacheEntriesMax", 10_000));
  }
}
