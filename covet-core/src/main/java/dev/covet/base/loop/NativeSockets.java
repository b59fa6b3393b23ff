package dev.covet.base.loop;

import org.jspecify.annotations.Nullable;

/**
 * A transport of one operating system, whose classes and library are in the class path if {@code
 * covet-native} is, which also names those that there are, the best first.
 */
public interface NativeSockets {
  /** As the setting has it. */
  String name();

  /** Why this machine does not have it; null if it has. */
  @Nullable Throwable missing();

  /** The transport, on a machine that has it. */
  Transport transport();
}
