package dev.covet.web.http;

import dev.covet.base.task.DiskWork;

/**
 * How an app sends files.
 *
 * @param rangesMax the most parts of a file that a client gets at once; who asks for more gets all
 *     of it
 * @param disk does what waits for a disk
 */
public record FileTerms(int rangesMax, DiskWork disk) {
  /** The usual number of parts. */
  public static final int RANGES_MAX = 8;

  /** Those of a request that no app has taken: its own thread waits. */
  static final FileTerms DEFAULT = new FileTerms(RANGES_MAX, DiskWork.HERE);
}
