package dev.covet.client;

import dev.covet.api.Default;
import dev.covet.api.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * The limits of calls to other services, each a setting: {@code HTTP_SECONDS_MAX}.
 *
 * @param httpConnectionsMax most connections at a time, to all services together
 * @param httpAcquireMillisMax longest wait for one of them, in milliseconds; then 503
 * @param httpSecondsMax longest time of one call, with all its redirects, in seconds; then 504
 * @param redirectsMax most redirects that one call follows; 0 for none
 * @param responseBytesMax longest body of an answer, unpacked, in bytes
 */
@Settings
public record HttpLimits(
    @Min(1) @Max(10_000) @Default("100") int httpConnectionsMax,
    @Min(1) @Max(60_000) @Default("2000") int httpAcquireMillisMax,
    @Positive @Max(3_600) @Default("10") double httpSecondsMax,
    @Min(0) @Max(20) @Default("3") int redirectsMax,
    @Min(1) @Max(1_073_741_824) @Default("10485760") int responseBytesMax) {
  /** The usual ones. */
  static final HttpLimits USUAL = new HttpLimits(100, 2_000, 10, 3, 10_485_760);

  Duration acquire() {
    return Duration.ofMillis(httpAcquireMillisMax);
  }

  Duration call() {
    return Duration.ofNanos(Math.round(httpSecondsMax * 1e9));
  }
}
