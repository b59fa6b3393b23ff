package dev.covet.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of a Javadoc comment. */
final class DocReaderTest {
  @Test
  void markupGoesButWhatIsCodeStays() {
    var doc =
        DocReader.of(
            """
             Gives a {@code List<Hero>}, <em>sorted</em> by {@link Hero#name name}. More &lt; less.
             See <a href="{@value #URL}">the docs</a> of {@link Hero Tom &amp; <em>Co</em>}.
             @param limit at <b>most</b> {@code 5 < 6}
             @return {@literal <all>}
            """);

    assertThat(doc.text())
        .isEqualTo(
            "Gives a List<Hero>, sorted by Hero#name name. More < less."
                + " See the docs of Hero Tom & Co.");
    assertThat(doc.params()).containsEntry("limit", "at most 5 < 6");
    assertThat(doc.returns()).isEqualTo("<all>");
  }
}
