package dev.covet.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * No static field changes: it is final, it holds nothing that changes, and an array, which could be
 * changed, is private.
 */
final class MutableStatics implements Rule {
  private static final Pattern CHANGING =
      Pattern.compile(
          "new (java\\.[a-z.]+)?(\\w*(HashMap|HashSet|ArrayList|ArrayDeque|LinkedList|TreeMap|TreeSet|Queue|SkipList\\w+)"
              + "|Atomic\\w+|Long(Adder|Accumulator)|StringBuilder|Random|ReentrantLock|Semaphore)\\b.*",
          Pattern.DOTALL);

  @Override
  public List<String> findings(Source source) {
    var findings = new ArrayList<String>();
    if (source.isMain()) {
      new Fields(source, findings).scan(source.tree(), null);
    }
    return findings;
  }

  private static final class Fields extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Source source;
    private final List<String> findings;

    Fields(Source source, List<String> findings) {
      this.source = source;
      this.findings = findings;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      for (var member : type.getMembers()) {
        if (member instanceof VariableTree field && isMutable(field, type)) {
          findings.add(source.finding(field, "static " + field.getName() + " can change"));
        }
      }
      return super.visitClass(type, null);
    }

    private static boolean isMutable(VariableTree field, ClassTree type) {
      var modifiers = field.getModifiers().getFlags();
      if (!modifiers.contains(Modifier.STATIC) || type.getKind() == Tree.Kind.INTERFACE) {
        return false;
      }
      return !modifiers.contains(Modifier.FINAL)
          || isOpenArray(field, modifiers)
          || holdsChanging(field);
    }

    private static boolean isOpenArray(VariableTree field, Set<Modifier> modifiers) {
      return String.valueOf(field.getType()).endsWith("[]")
          && !modifiers.contains(Modifier.PRIVATE);
    }

    private static boolean holdsChanging(VariableTree field) {
      var value = field.getInitializer();
      return value != null && CHANGING.matcher(value.toString()).matches();
    }
  }
}
