package dev.covet.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * The names in sources that tables and projections have, such as {@code HeroTable}: where a record
 * forgets to say {@code @Table}, nothing but the use of that name tells so. Only javac shows what a
 * source holds; with another compiler nothing is found. Not thread-safe.
 */
final class TableNames extends TreeScanner<Void, Void> {
  private final Set<String> names = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> imported = new HashSet<>();
  private String packageName = "";

  private TableNames() {}

  /** Those in the files of some classes, qualified; without those of classes that are there. */
  static Set<String> in(ProcessingEnvironment compiler, Collection<TypeElement> roots) {
    Trees trees;
    try {
      trees = Trees.instance(compiler);
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
    var scanner = new TableNames();
    roots.stream()
        .map(trees::getPath)
        .filter(Objects::nonNull)
        .map(TreePath::getCompilationUnit)
        .distinct()
        .forEach(unit -> scanner.scan(unit, null));
    return scanner.names.stream()
        .filter(name -> !scanner.declared.contains(name.substring(name.lastIndexOf('.') + 1)))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Void visitCompilationUnit(CompilationUnitTree tree, Void data) {
    imported.clear();
    packageName = tree.getPackageName() == null ? "" : tree.getPackageName() + ".";
    return super.visitCompilationUnit(tree, null);
  }

  @Override
  public Void visitImport(ImportTree tree, Void data) {
    var name = tree.getQualifiedIdentifier().toString();
    var type = tree.isStatic() ? name.substring(0, name.lastIndexOf('.')) : name;
    imported.add(type.substring(type.lastIndexOf('.') + 1));
    note(type);
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void data) {
    declared.add(tree.getSimpleName().toString());
    return super.visitClass(tree, null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void data) {
    if (!imported.contains(tree.getName().toString())) {
      note(packageName + tree.getName());
    }
    return super.visitIdentifier(tree, null);
  }

  private void note(String name) {
    if (name.endsWith("Table") || name.endsWith("Projection")) {
      names.add(name);
    }
  }
}
