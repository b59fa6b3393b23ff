package dev.covet.web.multipart;

import dev.covet.base.limit.LimitSource;

/**
 * How much one form of {@code multipart/form-data} may be.
 *
 * @param bytesMax longest body in bytes, else 413
 * @param partsMax most parts, else 400
 * @param partHeaderBytesMax longest header of one part in bytes, else 400
 * @param partMemoryBytesMax longest file in bytes that is kept in memory; a longer one goes to disk
 */
public record MultipartLimits(
    long bytesMax, int partsMax, int partHeaderBytesMax, int partMemoryBytesMax) {
  /** Each part has room for so much, however high an operator sets the limit. */
  private static final int MEMORY_BYTES_MAX = 16_777_216;

  /** The limits that a source gives by their names. */
  public static MultipartLimits from(LimitSource limits) {
    return new MultipartLimits(
        limits.whole("multipartBytesMax", 10_485_760, Long.MAX_VALUE),
        limits.count("multipartPartsMax", 100, 65_536),
        limits.count("partHeaderBytesMax", 4_096, 65_536),
        limits.count("partMemoryBytesMax", 65_536, MEMORY_BYTES_MAX));
  }

  /** These with another length of the whole body. */
  public MultipartLimits withBytesMax(long bytes) {
    return new MultipartLimits(bytes, partsMax, partHeaderBytesMax, partMemoryBytesMax);
  }
}
