package dev.covet.processor.emit.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pair of round brackets in a line of Java, outside of texts; {@code open} and {@code close}
 * are its positions.
 */
record Brackets(int open, int close) {
  /**
   * The pair with most between it, the outer one of two; null if the line has none with anything
   * inside.
   */
  static @Nullable Brackets widest(String line) {
    Brackets widest = new Brackets(0, 1);
    for (var pair : pairs(line)) {
      if (pair.close - pair.open > widest.close - widest.open) widest = pair;
    }
    return widest.close == 1 ? null : widest;
  }

  private static List<Brackets> pairs(String line) {
    var pairs = new ArrayList<Brackets>();
    var open = new ArrayDeque<Integer>();
    for (int i = 0; i < line.length(); i = skip(line, i)) {
      if (line.charAt(i) == '(') {
        open.push(i);
      } else if (line.charAt(i) == ')' && !open.isEmpty()) {
        pairs.add(new Brackets(open.pop(), i));
      }
    }
    return pairs;
  }

  /** Where calls of what another call returns begin, outside of all brackets. */
  static List<Integer> dots(String line) {
    var dots = new ArrayList<Integer>();
    int depth = 0;
    for (int i = 0; i < line.length(); i = skip(line, i)) {
      char c = line.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '.' && depth == 0 && i > 0 && line.charAt(i - 1) == ')') dots.add(i);
    }
    return dots;
  }

  /**
   * The parts of an argument list: what stands between the commas that are in no bracket of any
   * kind.
   */
  static List<String> parts(String arguments) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < arguments.length(); i = skip(arguments, i)) {
      char c = arguments.charAt(i);
      if ("(<{[".indexOf(c) >= 0) {
        depth++;
      } else if (")}]".indexOf(c) >= 0 || (c == '>' && arguments.charAt(i - 1) != '-')) {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(arguments.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(arguments.substring(start));
    return parts;
  }

  /** The position after this character, or after the text or character literal that begins here. */
  private static int skip(String line, int at) {
    char quote = line.charAt(at);
    if (quote != '"' && quote != '\'') return at + 1;
    int end = at + 1;
    while (end < line.length() && line.charAt(end) != quote) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }
}
