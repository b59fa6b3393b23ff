package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void aFailureThatEqualsTheFirstIsKeptAndTheFirstItselfIsNot() {
    var first = new Like();
    var second = new Like();
    Failures.after(first, () -> fail(second));
    Failures.after(first, () -> fail(first));

    assertThat(first.getSuppressed()).containsExactly(second);
    assertThat(first.getSuppressed()[0]).isSameAs(second);
  }

  private static void fail(Like why) {
    throw why;
  }

  /** Equals all of its kind. */
  @SuppressWarnings("ThrowableEqualsHashCode") // as those of users may be, well advised or not
  private static final class Like extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
      return other instanceof Like;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
