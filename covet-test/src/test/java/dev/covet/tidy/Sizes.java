package dev.covet.tidy;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method has at most 40 lines between its braces and 4 parameters, a file at most 400 lines. */
final class Sizes implements Rule {
  static final int FILE_LINES_MAX = 400;
  static final int METHOD_LINES_MAX = 40;
  static final int PARAMETERS_MAX = 4;

  @Override
  public List<String> findings(Source source) {
    var findings = new ArrayList<String>();
    var lines = source.lastLine(source.tree());
    if (lines > FILE_LINES_MAX) {
      findings.add(
          "%s: the file has %d lines, at most %d".formatted(source.path(), lines, FILE_LINES_MAX));
    }
    new Methods(source, findings).scan(source.tree(), null);
    return findings;
  }

  private static final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Source source;
    private final List<String> findings;

    Methods(Source source, List<String> findings) {
      this.source = source;
      this.findings = findings;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      var body = method.getBody();
      var lines = body == null ? 0 : source.lastLine(body) - source.firstLine(body) - 1;
      if (lines > METHOD_LINES_MAX) {
        add(
            method,
            "%s has %d lines, at most %d".formatted(method.getName(), lines, METHOD_LINES_MAX));
      }
      var parameters = method.getParameters().size();
      if (parameters > PARAMETERS_MAX && source.isMain() && !isConstructor(method)) {
        add(
            method,
            "%s has %d parameters, at most %d"
                .formatted(method.getName(), parameters, PARAMETERS_MAX));
      }
      return super.visitMethod(method, null);
    }

    /** A value has as many components as it has. */
    private static boolean isConstructor(MethodTree method) {
      return method.getReturnType() == null;
    }

    private void add(MethodTree method, String text) {
      findings.add(source.finding(method, text));
    }
  }
}
