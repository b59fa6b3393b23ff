package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFaults;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider, a route class or a middleware asks, at start, for the services it will need. A
 * service that cannot be had is a fault of the start; asking goes on, so that all faults are told
 * at once. Not thread-safe: a start is one thread.
 */
public final class Wiring {
  private final Slots slots;
  private final String asker;
  private final @Nullable Slot<?> slot;

  Wiring(Slots slots, String asker, @Nullable Slot<?> slot) {
    this.slots = slots;
    this.asker = asker;
    this.slot = slot;
  }

  /** The slot of a service of either lifetime. */
  public <T> Slot<T> slot(Key key) {
    return asked(slots.slot(key, null, asker));
  }

  /**
   * The slot of a service that only a plugin provides.
   *
   * @param fromPlugin the text of its {@code @FromPlugin}: what to do if nobody provides it
   */
  public <T> Slot<T> slot(Key key, String fromPlugin) {
    return asked(slots.slot(key, fromPlugin, asker));
  }

  /** The slot of a service that the asker knows how to make, unless it is overridden. */
  public <T> Slot<T> slot(Provider<T> own) {
    return asked(slots.slot(own));
  }

  /** The slot of a service that the asker knows how to make where nobody provides it. */
  public <T> Slot<T> slotOrElse(Provider<T> own) {
    return asked(slots.slotOrElse(own));
  }

  /** The settings of this start. */
  public Config config() {
    return slots.config();
  }

  /** Takes what is wrong with the wiring or the settings. */
  public StartFaults faults() {
    return slots.faults();
  }

  private <T> Slot<T> asked(Slot<T> found) {
    if (slot != null) {
      slot.asksFor(found);
      if (slot.lifetime() == Lifetime.APP && found.lifetime() == Lifetime.REQUEST) {
        slots.faults().add(tooShort(slot.key(), found.key()));
      }
    }
    return found;
  }

  private static String tooShort(Key asker, Key asked) {
    return asker
        + " is created once for the whole app and needs "
        + asked
        + ", which is created for each request. Make it @Provides(REQUEST), or take it in the handler.";
  }
}
