package dev.covet.resilience;

import dev.covet.api.Default;
import dev.covet.api.Settings;
import jakarta.validation.constraints.Min;

/**
 * How much is kept in mind.
 *
 * @param rateLimitKeysMax most clients whose requests are counted each by itself
 */
@Settings
record ResilienceSettings(@Default("100000") @Min(1) int rateLimitKeysMax) {}
