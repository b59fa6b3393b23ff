package dev.covet.processor.read.element;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names in sources that tables and projections have, such as {@code HeroTable}: where a record
 * forgets to say {@code @Table}, nothing but the use of that name tells so. Only javac shows what a
 * source holds; with another compiler nothing is found. Not thread-safe.
 */
public final class TableNames extends TreeScanner<Void, Void> {
  private final Set<String> names = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> imported = new HashSet<>();

  /** The packages whose types the file names without more: its own, and those imported whole. */
  private final Set<String> packages = new LinkedHashSet<>();

  private final Elements elements;

  private TableNames(Elements elements) {
    this.elements = elements;
  }

  /** Those in the files of some classes, qualified; without those of classes that are there. */
  public static Set<String> in(ProcessingEnvironment compiler, Collection<TypeElement> roots) {
    Trees trees;
    try {
      trees = Trees.instance(compiler);
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
    var scanner = new TableNames(compiler.getElementUtils());
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
    packages.clear();
    packages.add(tree.getPackageName() == null ? "" : tree.getPackageName() + ".");
    return super.visitCompilationUnit(tree, null);
  }

  @Override
  public Void visitImport(ImportTree tree, Void data) {
    var name = tree.getQualifiedIdentifier().toString();
    if (!tree.isStatic() && name.endsWith(".*")) {
      packages.add(name.substring(0, name.length() - 1));
      return null;
    }
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
    var name = tree.getName().toString();
    var all = packages.stream().map(each -> each + name).toList();
    if (!imported.contains(name) && all.stream().noneMatch(this::isThere)) all.forEach(this::note);
    return super.visitIdentifier(tree, null);
  }

  /** Whether a class of that name is there, or is about to be, in whichever package it is. */
  private boolean isThere(String name) {
    return !suffix(name).isEmpty()
        && (elements.getTypeElement(name) != null || says(name, suffix(name)));
  }

  /** Whether what the class would be made from asks for it. */
  private boolean says(String name, String annotation) {
    var dot = name.lastIndexOf('.') + 1;
    var simple = name.substring(dot, name.length() - annotation.length());
    return Stream.of(simple, simple.replace('_', '.'))
        .flatMap(each -> Stream.ofNullable(elements.getTypeElement(name.substring(0, dot) + each)))
        .anyMatch(each -> Notes.of(elements, each).api(annotation));
  }

  private static String suffix(String name) {
    return name.endsWith("Table") ? "Table" : name.endsWith("Projection") ? "Projection" : "";
  }

  private void note(String name) {
    if (!suffix(name).isEmpty()) names.add(name);
  }
}
