package dev.covet.base.observe;

import java.util.Map;

/**
 * Hears of every event of an app's metrics, in the thread in which it happens, often an event loop:
 * so it is quick, never waits, and is safe for use by many threads. What it throws is logged.
 */
public interface MetricListener {
  /** Something was counted so many times. */
  default void counted(String name, Map<String, String> labels, long events) {}

  /** A value was measured, in the unit of the name: seconds, or bytes. */
  default void measured(String name, Map<String, String> labels, double value) {}
}
