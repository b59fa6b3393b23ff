package stores;

import dev.covet.api.Qualifier;

/** Tells buckets apart. */
@Qualifier
@interface Bucket {
  String value();

  Access access() default Access.READ;

  String[] tags() default {};

  /** What is done with one. */
  enum Access {
    READ,
    WRITE
  }
}
