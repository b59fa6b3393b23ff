package dev.covet.web.file;

import dev.covet.web.http.Headers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a file that a client asks for (RFC 9110, 14.1.2 and 14.2).
 *
 * @param all in the order in which they were asked; empty if none of them is in the file
 */
record Ranges(List<Range> all) {
  private static final Pattern BYTES = Pattern.compile("(?i)bytes=(.*)");
  private static final Pattern RANGE = Pattern.compile("([0-9]*)-([0-9]*)");

  /** More digits than a length has: what they say is beyond every file. */
  private static final int DIGITS_MAX = 18;

  /** Keeps a copy. */
  Ranges {
    all = List.copyOf(all);
  }

  /**
   * A part.
   *
   * @param length in bytes, from 1
   */
  record Range(long offset, long length) {
    /** What says which part it is. */
    String contentRange(long whole) {
      return "bytes %s-%s/%s".formatted(offset, offset + length - 1, whole);
    }

    private boolean reaches(Range next) {
      return offset + length > next.offset;
    }
  }

  /**
   * What a client asks for; nothing if it is to get the whole file: it asks for that, in words that
   * nobody understands, for too many parts, or for some bytes twice.
   *
   * @param length of the file
   */
  static Optional<Ranges> of(Headers asked, long length, int rangesMax) {
    var fields = asked.all("Range");
    if (fields.size() != 1) return Optional.empty();
    var bytes = BYTES.matcher(fields.getFirst().strip());
    if (!bytes.matches()) return Optional.empty();
    var texts = bytes.group(1).split(",", rangesMax + 2);
    if (texts.length > rangesMax) return Optional.empty();
    var found = new ArrayList<Range>();
    for (var text : texts) {
      var range = RANGE.matcher(text.strip());
      if (!range.matches() || !isRange(range.group(1), range.group(2))) return Optional.empty();
      var part = part(range.group(1), range.group(2), length);
      if (part.offset < length && part.length > 0) found.add(part);
      else if (range.group(1).isEmpty() && number(range.group(2)) > 0) return Optional.empty();
    }
    return overlap(found) ? Optional.empty() : Optional.of(new Ranges(found));
  }

  private static boolean isRange(String first, String last) {
    return first.isEmpty() ? !last.isEmpty() : last.isEmpty() || number(first) <= number(last);
  }

  private static Range part(String first, String last, long length) {
    if (first.isEmpty()) {
      var count = Math.min(number(last), length);
      return new Range(length - count, count);
    }
    var offset = number(first);
    var end = last.isEmpty() ? length : Math.min(number(last), length - 1) + 1;
    return new Range(offset, end - offset);
  }

  private static long number(String digits) {
    return digits.length() > DIGITS_MAX ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  private static boolean overlap(List<Range> ranges) {
    var sorted = ranges.stream().sorted(Comparator.comparingLong(Range::offset)).toList();
    for (var i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).reaches(sorted.get(i))) return true;
    }
    return false;
  }
}
