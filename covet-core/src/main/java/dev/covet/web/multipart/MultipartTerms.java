package dev.covet.web.multipart;

import dev.covet.base.limit.LimitSource;

/**
 * On what terms an app takes forms of {@code multipart/form-data}.
 *
 * @param limits how much one may be
 * @param folder where large files are kept
 */
public record MultipartTerms(MultipartLimits limits, UploadFolder folder) {
  /** Those of a request that no app has taken: the usual limits, and nothing goes to disk. */
  public static final MultipartTerms NONE =
      new MultipartTerms(MultipartLimits.from(LimitSource.USUAL), UploadFolder.NONE);

  /** These with another length of the whole body. */
  public MultipartTerms withBytesMax(long bytes) {
    return new MultipartTerms(limits.withBytesMax(bytes), folder);
  }

  /** The longest body: what would never fit on disk is not read either. */
  long bytesMax() {
    return Math.min(limits.bytesMax(), folder.bytesMax());
  }
}
