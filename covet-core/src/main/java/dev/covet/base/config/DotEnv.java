package dev.covet.base.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file: lines of {@code NAME=value}, after {@code export} or not. Lines that
 * are blank or begin with {@code #} say nothing. In double quotes {@code \n \t \" \\} stand for
 * what they do in Java; in single quotes nothing stands for anything else; without quotes a value
 * ends before {@code " #"}.
 */
public final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");

  private DotEnv() {}

  /**
   * The settings in a file; none if there is no such file.
   *
   * @param faults takes what is wrong with it, by line number and without the line, which may hold
   *     a secret
   */
  public static Source read(Path file, StartFaults faults) {
    try {
      return new Source(".env", parse(Files.readString(file), file, faults));
    } catch (NoSuchFileException e) {
      return new Source(".env", Map.of());
    } catch (IOException e) {
      faults.add(file + " cannot be read: " + e.getMessage() + ". Make it a readable UTF-8 file.");
      return new Source(".env", Map.of());
    }
  }

  private static Map<String, String> parse(String text, Path file, StartFaults faults) {
    var values = new LinkedHashMap<String, String>();
    var number = 0;
    for (var line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      var match = LINE.matcher(line);
      if (match.matches()) {
        values.put(match.group(1), value(match.group(2)));
      } else {
        faults.add(file + " line " + number + " is not a setting. Write NAME=value.");
      }
    }
    return values;
  }

  private static String value(String raw) {
    if (isQuoted(raw, '\'')) {
      return raw.substring(1, raw.length() - 1);
    }
    if (isQuoted(raw, '"')) {
      return unescaped(raw.substring(1, raw.length() - 1));
    }
    var comment = raw.indexOf(" #");
    return comment < 0 ? raw : raw.substring(0, comment).strip();
  }

  private static boolean isQuoted(String raw, char quote) {
    return raw.length() >= 2 && raw.charAt(0) == quote && raw.charAt(raw.length() - 1) == quote;
  }

  private static String unescaped(String text) {
    var plain = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      var next = text.charAt(++i);
      plain.append(
          switch (next) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case '"', '\\' -> String.valueOf(next);
            default -> "\\" + next;
          });
    }
    return plain.toString();
  }
}
