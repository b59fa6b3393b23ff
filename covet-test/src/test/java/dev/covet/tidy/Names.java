package dev.covet.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A type has a name that says what it is, and is final, sealed or made to be extended by name. */
final class Names implements Rule {
  private static final Pattern EMPTY =
      Pattern.compile("(Abstract|Base)[A-Z].*|.*(Impl|Manager|Helper|Utils?|Info)");

  @Override
  public List<String> findings(Source source) {
    var findings = new ArrayList<String>();
    if (source.isMain()) {
      new Types(source, findings).scan(source.tree(), null);
    }
    return findings;
  }

  private static final class Types extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Source source;
    private final List<String> findings;

    Types(Source source, List<String> findings) {
      this.source = source;
      this.findings = findings;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
      return tree.getClassBody() == null
          ? super.visitNewClass(tree, null)
          : scan(tree.getClassBody().getMembers(), null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      var name = type.getSimpleName().toString();
      if (EMPTY.matcher(name).matches()) {
        findings.add(source.finding(type, name + ": the name is not found yet"));
      }
      if (type.getKind() == Tree.Kind.CLASS && isOpen(type)) {
        findings.add(source.finding(type, name + " is neither final nor sealed nor abstract"));
      }
      return super.visitClass(type, null);
    }

    private static boolean isOpen(ClassTree type) {
      var modifiers = type.getModifiers().getFlags();
      return !modifiers.contains(Modifier.FINAL)
          && !modifiers.contains(Modifier.SEALED)
          && !modifiers.contains(Modifier.NON_SEALED)
          && !modifiers.contains(Modifier.ABSTRACT);
    }
  }
}
