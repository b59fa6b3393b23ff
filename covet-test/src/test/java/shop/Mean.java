package shop;

import java.util.List;

/** What is computed may be no number. */
public record Mean(String name, List<Part> parts) {
  /** One of several. */
  public record Part(double value) {}
}
