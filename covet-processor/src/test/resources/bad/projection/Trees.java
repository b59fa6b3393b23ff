package tasks;

import dev.covet.api.By;
import dev.covet.api.CountOf;
import dev.covet.api.Flatten;
import dev.covet.api.Id;
import dev.covet.api.Projection;
import dev.covet.api.References;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import dev.covet.api.Via;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Trees {
  @Table
  record Node(@Id long id, @Nullable @References(Node.class) Long parentId) {}

  @Table
  record Label(@Id long id, String text) {}

  @Table
  record Mark(@Id @References(Node.class) long nodeId, @Id @References(Label.class) long labelId) {}

  @Table
  record Cover(@Id long id, @Unique @References(Node.class) long nodeId) {}

  @Table
  record Edge(
      @Id @References(Node.class) long fromId, @Id @References(Node.class) long toId) {}

  @Projection(Node.class)
  record Tree(
      @Flatten Node node,
      List<Tree> children) {} // error: COV-111 "children" is Tree itself, and reading would not end

  @Projection(Node.class)
  record Outer(
      @Flatten Node node,
      List<Inner> children) {} // error: COV-111 "children" holds Outer again

  @Projection(Node.class)
  record Inner(
      @Flatten Node node,
      List<Outer> children) {} // error: COV-111 "children" holds Inner again

  @Projection(Node.class)
  record Full(
      @Flatten Node node,
      Cover cover, // error: COV-111 "cover" is null where no Cover has this row as its nodeId
      @CountOf(Mark.class) int marks, // error: COV-111 "marks" is a number of rows, and not int
      @CountOf(Label.class) long texts, // error: COV-111 "texts" is neither a column nor a relation
      @CountOf(Edge.class) long edges, // error: COV-111 "edges" is neither a column nor a relation
      @CountOf(Edge.class) @By("toId") long into,
      @Via(Mark.class) List<Label> labels,
      @Via(Cover.class) List<Label> covers, // error: COV-111 "covers" is neither a column nor
      @Via(Edge.class) List<Node> next, // error: COV-111 "next" is neither a column nor a relation
      @Via(Edge.class) @By("fromId") List<Node> after) {}
}
