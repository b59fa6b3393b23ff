package dev.covet.base.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands behind a program's name: words, such as a command, and options. An option is {@code
 * --mail-url x} or {@code --mail-url=x}; one without a value is {@code true}.
 *
 * @param words what is not an option, in order
 * @param options by setting name: {@code MAIL_URL}; the last of several wins
 */
public record CommandLine(List<String> words, Map<String, String> options) {
  /** Copies words and options. */
  public CommandLine {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /** Takes arguments apart; any arguments will do. */
  public static CommandLine of(String... arguments) {
    var words = new ArrayList<String>();
    var options = new LinkedHashMap<String, String>();
    for (var i = 0; i < arguments.length; i++) {
      var argument = arguments[i];
      if (!isOption(argument)) {
        words.add(argument);
        continue;
      }
      var equals = argument.indexOf('=');
      if (equals > 0) {
        options.put(name(argument.substring(2, equals)), argument.substring(equals + 1));
      } else if (i + 1 < arguments.length && !isOption(arguments[i + 1])) {
        options.put(name(argument.substring(2)), arguments[++i]);
      } else {
        options.put(name(argument.substring(2)), "true");
      }
    }
    return new CommandLine(words, options);
  }

  /** The options as a source of settings. */
  public Source source() {
    return new Source("command line", options);
  }

  private static boolean isOption(String argument) {
    return argument.length() > 2 && argument.startsWith("--");
  }

  private static String name(String option) {
    return option.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
