package dev.covet.cli.contract;

import dev.covet.cli.document.AlternativesReader;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.PairSet;

/**
 * An API as it was and as it is, and which schemas of both are known not to differ: most of them
 * are shared by many operations.
 *
 * @param before the schemas as they were
 * @param after the schemas as they are
 * @param sent pairs of schemas that do not differ where clients send them
 * @param got pairs of schemas that do not differ where clients get them
 */
record Sides(AlternativesReader before, AlternativesReader after, PairSet sent, PairSet got) {
  static Sides of(ApiDocument before, ApiDocument after) {
    return new Sides(
        new AlternativesReader(before),
        new AlternativesReader(after),
        new PairSet(),
        new PairSet());
  }

  ApiDocument old() {
    return before.document();
  }

  ApiDocument current() {
    return after.document();
  }

  PairSet unchanged(Flow flow) {
    return switch (flow) {
      case SENT -> sent;
      case GOT -> got;
    };
  }
}
