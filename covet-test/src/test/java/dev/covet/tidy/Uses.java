package dev.covet.tidy;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every name that a file uses, with the place where it stands: {@code java.util.List}, {@code
 * System.out}.
 */
final class Uses extends TreeScanner<@Nullable Void, @Nullable Void> {
  /** A name in the source; {@code call} tells {@code x.y} from a mere {@code y}. */
  record Use(String name, Tree place) {
    /** The package, where the name is a qualified one: all before the first part with a capital. */
    String packageName() {
      var parts = name.split("\\.");
      var end = 0;
      while (end < parts.length
          && !parts[end].isEmpty()
          && Character.isLowerCase(parts[end].charAt(0))) {
        end++;
      }
      return String.join(".", List.of(parts).subList(0, end));
    }
  }

  private final List<Use> uses = new ArrayList<>();

  static List<Use> of(Source source) {
    var scanner = new Uses();
    scanner.scan(source.tree(), null);
    return List.copyOf(scanner.uses);
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
    return scan(tree.getAnnotations(), null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
    var name = tree.toString();
    uses.add(new Use(isPlain(name) ? name : "?." + tree.getIdentifier(), tree));
    return isPlain(name) ? null : super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    uses.add(new Use(tree.getName().toString(), tree));
    return null;
  }

  /** Whether it is a chain of names alone, so that nothing more is inside it. */
  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.' || c == '*');
  }
}
