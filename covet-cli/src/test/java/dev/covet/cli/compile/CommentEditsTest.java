package dev.covet.cli.compile;

import dev.covet.cli.compile.EditBench.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After each edit of a comment, which documents take over, there is what a whole compilation makes.
 */
@Order(1) // it takes long
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentEditsTest {
  @AutoClose private EditBench shop;

  @BeforeAll
  void theProjectIsCompiled(@TempDir Path folder) throws IOException {
    shop = EditBench.processed(folder);
  }

  static List<Edit> ofComments() {
    return List.of(
        Edit.of("a comment of a record", "Item.java", "Something to buy", "A thing"),
        Edit.of("a comment of a component", "Item.java", "what it is", "how it is"),
        Edit.of("a comment of a nested record", "Item.java", "What holds", "That which holds"),
        Edit.of("a comment of a generic record", "Box.java", "Something in", "A thing in"),
        Edit.of("a comment of a guard", "ApiKey.java", "who know", "that know"),
        Edit.of("a comment of settings", "Keys.java", "Keys of", "All keys of"),
        Edit.of("a comment of a sealed type", "Payment.java", "How somebody", "How one"),
        Edit.of("a comment of a route", "Items.java", "Adds one", "Adds an item"),
        Edit.of("a comment of routes", "Items.java", "/** Items", "/** All items"),
        Edit.of("a comment of an error", "Sold.java", "Somebody", "Someone"),
        Edit.of("a comment of a query", "Filter.java", "any of these", "one of these"),
        Edit.of("a comment of a package", "package-info.java", "A shop", "Our shop"));
  }

  @ParameterizedTest
  @MethodSource("ofComments")
  void anEditMakesWhatTheProcessorMakesOfEverything(Edit edit) throws IOException {
    shop.compare(edit);
  }
}
