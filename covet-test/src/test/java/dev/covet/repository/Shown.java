package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page says that a command prints, held against what it did print. A line {@code ...} stands
 * for any lines; of a head, only the header lines that are shown must be there; line breaks and
 * indentation within JSON are the page's; request ids, times and tokens are others at every call.
 */
record Shown(List<String> head, String body) {
  private static final Pattern CHANGING =
      Pattern.compile(
          "\"(request_id|timestamp|created_at|updated_at|access_token|refresh_token)\":\"[^\"]*\"");

  /** From the lines of a page, or of a command. */
  static Shown of(Stream<String> printed) {
    var lines = printed.toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("HTTP/1.1 ")) {
      return new Shown(List.of(), body(lines));
    }
    var end = lines.contains("") ? lines.indexOf("") : lines.size();
    var head = lines.subList(0, end).stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
    return new Shown(head, body(lines.subList(Math.min(end + 1, lines.size()), lines.size())));
  }

  private static String body(List<String> lines) {
    var first = lines.isEmpty() ? "" : lines.getFirst();
    var isJson = first.startsWith("{") || first.startsWith("[");
    var text =
        isJson
            ? lines.stream().map(String::strip).collect(Collectors.joining())
            : String.join("\n", lines).strip();
    return CHANGING.matcher(text).replaceAll("\"$1\":\"\"");
  }

  /** Fails unless this, on the page, is what was printed. */
  void assertIs(Shown printed, String what) {
    if (!head.isEmpty()) {
      assertThat(printed.head().getFirst()).as(what + printed).isEqualTo(head.getFirst());
      assertThat(printed.head()).as(what).containsAll(head.subList(1, head.size()));
    }
    if (body.lines().anyMatch("..."::equals)) {
      assertThat(printed.body()).as(what).matches(anything());
    } else {
      assertThat(printed.body()).as(what).isEqualTo(body);
    }
  }

  private Pattern anything() {
    var parts = Stream.of(body.split("(?m)^\\.\\.\\.$", -1)).map(Pattern::quote);
    return Pattern.compile(parts.collect(Collectors.joining(".*")), Pattern.DOTALL);
  }
}
