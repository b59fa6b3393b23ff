package dev.covet.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A parsed Java file.
 *
 * @param path from the root of the repository, with '/'
 */
record Source(String path, CompilationUnitTree tree, SourcePositions positions) {

  /** Whether users run it: neither a test nor a benchmark, which may do more. */
  boolean isMain() {
    return path.contains("/src/main/") && !path.startsWith("benchmarks/");
  }

  boolean isExample() {
    return path.startsWith("examples/");
  }

  boolean isTest() {
    return path.contains("/src/test/");
  }

  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The file as it is. */
  String text() {
    try {
      return tree.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its package, or the empty text. */
  String packageName() {
    ExpressionTree name = tree.getPackageName();
    return name == null ? "" : name.toString();
  }

  long firstLine(Tree part) {
    return lines().getLineNumber(positions.getStartPosition(tree, part));
  }

  long lastLine(Tree part) {
    return lines().getLineNumber(positions.getEndPosition(tree, part));
  }

  String finding(Tree part, String text) {
    return "%s:%d: %s".formatted(path, firstLine(part), text);
  }

  private LineMap lines() {
    return Objects.requireNonNull(tree.getLineMap());
  }
}
