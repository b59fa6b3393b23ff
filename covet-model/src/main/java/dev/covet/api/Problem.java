package dev.covet.api;

import java.util.List;

/**
 * One broken constraint in what a client sent. The rejected value itself is never part of it.
 *
 * @param field where, as a text such as {@code items[3].qty}; empty at the root of a body
 * @param location where, element by element: first the source ({@code path}, {@code query}, {@code
 *     body}, ...), then names as {@code String} and positions as {@code Integer}
 * @param code what is wrong, in stable lower snake case such as {@code too_small}
 * @param reason what would be right, for people; its wording is not stable
 */
public record Problem(String field, List<Object> location, String code, String reason) {
  /** Keeps a copy of the location. */
  public Problem {
    location = List.copyOf(location);
  }

  /** A problem at a location, whose {@code field} follows from it. */
  public static Problem at(List<Object> location, String code, String reason) {
    return new Problem(field(location), location, code, reason);
  }

  /** Names and positions after the source, written as Java would: {@code items[3].qty}. */
  private static String field(List<Object> location) {
    var text = new StringBuilder();
    for (var element : location.subList(Math.min(1, location.size()), location.size())) {
      switch (element) {
        case Integer index -> text.append('[').append(index).append(']');
        default -> text.append(text.isEmpty() ? "" : ".").append(element);
      }
    }
    return text.toString();
  }
}
