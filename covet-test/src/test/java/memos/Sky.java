package memos;

import dev.covet.api.Provided;
import dev.covet.api.Provides;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test makes of it. */
@Provided
public record Sky(AtomicBoolean fails, AtomicBoolean hangs, AtomicInteger asked) {
  @Provides
  static Sky fine() {
    return new Sky(new AtomicBoolean(), new AtomicBoolean(), new AtomicInteger());
  }
}
