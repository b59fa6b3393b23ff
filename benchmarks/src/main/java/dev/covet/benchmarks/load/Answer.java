package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An answer, as far as two servers must agree on it.
 *
 * @param status the status code
 * @param headers the header fields, sorted, those that change with each answer without their value
 * @param body the body, without what changes with each answer
 */
public record Answer(int status, SortedSet<String> headers, String body) {
  private static final Pattern CHANGING = Pattern.compile("(?i)(date|x-request-id): .*");
  private static final Pattern CHANGING_IN_ERRORS =
      Pattern.compile("\"(request_id|timestamp)\":\"[^\"]*\"");

  /** The answer in these bytes, head and body. */
  static Answer of(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    var end = text.indexOf("\r\n\r\n");
    var lines = text.substring(0, end).split("\r\n", -1);
    var status = Integer.parseInt(lines[0].substring(9, 12));
    var headers = new TreeSet<String>();
    for (var i = 1; i < lines.length; i++) headers.add(header(lines[i], status));
    var body = CHANGING_IN_ERRORS.matcher(text.substring(end + 4)).replaceAll("\"$1\":\"\"");
    return new Answer(status, headers, body);
  }

  private static String header(String line, int status) {
    var name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
    var lengthChanges = name.equals("content-length") && status >= 400;
    return CHANGING.matcher(line).matches() || lengthChanges
        ? name
        : name + line.substring(name.length());
  }
}
