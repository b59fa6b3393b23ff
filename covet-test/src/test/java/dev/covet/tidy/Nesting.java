package dev.covet.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Within a method, or the body of a lambda, at most 2 statements stand in each other: a condition
 * in a loop, but no loop around both. What follows an {@code else} stands beside its {@code if}.
 */
final class Nesting implements Rule {
  static final int LEVELS_MAX = 2;

  @Override
  public List<String> findings(Source source) {
    var findings = new ArrayList<String>();
    if (source.isMain()) {
      new Levels(source, findings).scan(source.tree(), null);
    }
    return findings;
  }

  private static final class Levels extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Source source;
    private final List<String> findings;
    private int level;

    Levels(Source source, List<String> findings) {
      this.source = source;
      this.findings = findings;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      return anew(() -> super.visitClass(tree, null));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      return anew(() -> super.visitMethod(tree, null));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
      return anew(() -> super.visitLambdaExpression(tree, null));
    }

    private @Nullable Void anew(Supplier<@Nullable Void> visit) {
      var around = level;
      level = 0;
      visit.get();
      level = around;
      return null;
    }

    private @Nullable Void within(Tree tree, Supplier<@Nullable Void> visit) {
      level++;
      if (level == LEVELS_MAX + 1) {
        findings.add(
            source.finding(tree, "stands %d levels deep, at most %d".formatted(level, LEVELS_MAX)));
      }
      visit.get();
      level--;
      return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
      within(tree, () -> scan(List.of(tree.getCondition(), tree.getThenStatement()), null));
      var otherwise = tree.getElseStatement();
      if (otherwise == null || otherwise instanceof IfTree) return scan(otherwise, null);
      return within(otherwise, () -> scan(otherwise, null));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitEnhancedForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitWhileLoop(tree, null));
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitDoWhileLoop(tree, null));
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitSwitch(tree, null));
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitSwitchExpression(tree, null));
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitTry(tree, null));
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void nothing) {
      return within(tree, () -> super.visitSynchronized(tree, null));
    }
  }
}
