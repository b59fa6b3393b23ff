package every;

import dev.covet.api.Settings;

/** What opens other services. */
@Settings
record KeySettings(ApiKey apiKey) {}
