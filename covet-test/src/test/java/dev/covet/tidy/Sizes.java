package dev.covet.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A method has at most 40 lines between its braces and 4 parameters, a constructor of a class 6, a
 * class at most 10 fields, a file at most 400 lines. A file or a class that has more of these may
 * be one idea, which it says in a line of its comment: {@code One idea: why it is not two}.
 */
final class Sizes implements Rule {
  static final int FILE_LINES_MAX = 400;
  static final int METHOD_LINES_MAX = 40;
  static final int PARAMETERS_MAX = 4;
  static final int FIELDS_MAX = 10;
  static final int CONSTRUCTOR_PARAMETERS_MAX = 6;
  private static final Pattern ONE_IDEA =
      Pattern.compile("(?m)^ *(\\*|//|/\\*\\*) (<p>)?One idea: \\S");

  @Override
  public List<String> findings(Source source) {
    var findings = new ArrayList<String>();
    var lines = source.lastLine(source.tree());
    var isOneIdea = ONE_IDEA.matcher(source.text()).find();
    if (lines > FILE_LINES_MAX && !isOneIdea) {
      findings.add(
          "%s: the file has %d lines, at most %d".formatted(source.path(), lines, FILE_LINES_MAX));
    }
    new Methods(source, isOneIdea, findings).scan(source.tree(), null);
    return findings;
  }

  private static final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Source source;
    private final boolean isOneIdea;
    private final List<String> findings;
    private boolean inRecord;

    Methods(Source source, boolean isOneIdea, List<String> findings) {
      this.source = source;
      this.isOneIdea = isOneIdea;
      this.findings = findings;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      var around = inRecord;
      inRecord = type.getKind() == Tree.Kind.RECORD;
      var fields = type.getMembers().stream().filter(Methods::isField).count();
      var mayHave = inRecord || isOneIdea || type.getKind() == Tree.Kind.INTERFACE;
      if (source.isMain() && !mayHave && fields > FIELDS_MAX) {
        findings.add(
            source.finding(
                type,
                "%s has %d fields, at most %d"
                    .formatted(type.getSimpleName(), fields, FIELDS_MAX)));
      }
      super.visitClass(type, null);
      inRecord = around;
      return null;
    }

    private static boolean isField(Tree member) {
      return member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC);
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
      if (source.isMain() && parameters > most(method)) {
        add(
            method,
            "%s has %d parameters, at most %d"
                .formatted(method.getName(), parameters, most(method)));
      }
      return super.visitMethod(method, null);
    }

    /** A value has as many components as it has. */
    private int most(MethodTree method) {
      var isConstructor = method.getReturnType() == null;
      if (isOneIdea || (isConstructor && inRecord)) return Integer.MAX_VALUE;
      return isConstructor ? CONSTRUCTOR_PARAMETERS_MAX : PARAMETERS_MAX;
    }

    private void add(MethodTree method, String text) {
      findings.add(source.finding(method, text));
    }
  }
}
