package kinds;

import jakarta.validation.constraints.AssertTrue;

/** Two numbers in order. */
record Span(int from, int to) {
  @AssertTrue(message = "must not end before it begins")
  boolean isInOrder() {
    return from <= to;
  }
}
