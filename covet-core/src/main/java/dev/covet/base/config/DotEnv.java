package dev.covet.base.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .env} file as the libraries of other languages do: lines of {@code NAME=value},
 * after {@code export} or not; the last of several wins. Lines that are blank or begin with {@code
 * #} say nothing. Without quotes a value ends at the end of its line, or before a {@code #} behind
 * a blank. With {@code "}, {@code '} or {@code `} around it, it may have several lines, and may be
 * followed by a comment; in double quotes {@code \n \r \t \" \\ \$} stand for one character, in the
 * others only the quote behind a backslash does. Nothing is put in for {@code $NAME}.
 */
public final class DotEnv {
  private static final Pattern NAME =
      Pattern.compile("(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*=");
  private static final Pattern COMMENT = Pattern.compile("[ \\t]+#.*");
  private static final String QUOTES = "\"'`";

  private final String text;
  private final Path file;
  private final StartFaults faults;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;
  private int line = 1;

  private DotEnv(String text, Path file, StartFaults faults) {
    this.text = text;
    this.file = file;
    this.faults = faults;
  }

  /**
   * The settings in a file; none if there is no such file.
   *
   * @param faults takes what is wrong with it, by line number and without the line, which may hold
   *     a secret
   */
  public static Source read(Path file, StartFaults faults) {
    try {
      var text = Files.readString(file).replaceFirst("^\uFEFF", "").replaceAll("\r\n?", "\n");
      return new Source(".env", new DotEnv(text, file, faults).values());
    } catch (NoSuchFileException _) {
      return new Source(".env", Map.of());
    } catch (CharacterCodingException _) {
      faults.add(file + " is not UTF-8. Save it as UTF-8.");
    } catch (IOException e) {
      faults.add(file + " cannot be read: " + Reason.of(e) + ". Make it a readable UTF-8 file.");
    }
    return new Source(".env", Map.of());
  }

  private Map<String, String> values() {
    while (at < text.length()) {
      skipBlanks();
      var name = NAME.matcher(text).region(at, text.length());
      if (name.lookingAt()) {
        at = name.end();
        value(name.group(1));
      } else if (!isAtComment()) {
        fault("is not a setting. Write NAME=value.");
      }
      nextLine();
    }
    return values;
  }

  private void value(String name) {
    var start = at;
    skipBlanks();
    if (at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0) {
      var value = quoted();
      if (value != null) values.put(name, value);
    } else {
      values.put(name, COMMENT.matcher(text.substring(start, lineEnd())).replaceFirst("").strip());
    }
  }

  /** What stands in quotes; null, and a fault, if they do not end or more follows them. */
  private @Nullable String quoted() {
    var start = at + 1;
    var end = closing(text.charAt(at), start);
    if (end < 0) {
      fault("begins with a quote that does not end. Close it, or put the value in other quotes.");
      return null;
    }
    var inside = text.substring(start, end);
    line += (int) inside.chars().filter(c -> c == '\n').count();
    at = end + 1;
    skipBlanks();
    if (!isAtComment()) {
      fault("has more behind the closing quote. Only a comment may follow, after a #.");
      return null;
    }
    return unescaped(inside, text.charAt(end));
  }

  /** Where the quote is that closes; -1 if there is none. */
  private int closing(char quote, int start) {
    for (var i = start; i < text.length(); i++) {
      if (text.charAt(i) == quote) return i;
      if (text.charAt(i) == '\\') i++;
    }
    return -1;
  }

  private static String unescaped(String inside, char quote) {
    var plain = new StringBuilder(inside.length());
    for (var i = 0; i < inside.length(); i++) {
      var c = inside.charAt(i);
      if (c == '\\' && i + 1 < inside.length()) {
        plain.append(escaped(inside.charAt(++i), quote));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String escaped(char c, char quote) {
    if (c == quote) return String.valueOf(c);
    if (quote != '"') return "\\" + c;
    return switch (c) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '\\', '$' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private void fault(String what) {
    faults.add(file + " line " + line + " " + what);
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
  }

  /** Whether nothing is left of the line but a comment. */
  private boolean isAtComment() {
    return at == lineEnd() || text.charAt(at) == '#';
  }

  private int lineEnd() {
    var end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private void nextLine() {
    at = lineEnd() + 1;
    line++;
  }
}
