package dev.covet.processor.read.doc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Javadoc comment says to those who read documents: CommonMark. */
final class DocReaderTest {
  @Test
  void markupBecomesMarkdownAndCodeKeepsItsBackquotes() {
    var doc =
        DocReader.of(
            """
             Gives a {@code List<Hero>}, <em>sorted</em> by {@link Hero#name name}. More &lt; less.
             See <a href="https://example.org/x">the docs</a> of {@link Hero Tom &amp; <em>Co</em>}.
             @param limit at <b>most</b> {@code 5 < 6}
             @return {@literal <all>}
            """);

    assertThat(doc.text())
        .isEqualTo(
            "Gives a `List<Hero>`, *sorted* by name. More < less."
                + " See [the docs](https://example.org/x) of Tom & *Co*.");
    assertThat(doc.params()).containsEntry("limit", "at **most** `5 < 6`");
    assertThat(doc.returns()).isEqualTo("\\<all>");
  }

  @Test
  void paragraphsAndListsKeepTheirLines() {
    var doc =
        DocReader.of(
            """
             Lists heroes.

             <p>They come <ul><li>newest
             first<li>at most 10: <ol><li>one</li><li>two</li></ol></li></ul> Then
             <pre>{@code
             GET /heroes
               @Accept any
             }</pre>
             <p>the end.
            """);

    assertThat(doc.summary()).isEqualTo("Lists heroes.");
    assertThat(doc.rest())
        .isEqualTo(
            """
            They come

            - newest first
            - at most 10:
              1. one
              1. two

            Then

            ```
            GET /heroes
              @Accept any
            ```

            the end.\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sends mail, e.g. to Bob. Then rests.           | Sends mail, e.g. to Bob.
          Sends mail (e.g. News). Then rests.            | Sends mail (e.g. News).
          Is version 1.5 of it. Old.                     | Is version 1.5 of it.
          Knows {@code a. B} well! And more.             | Knows `a. B` well!
          No point                                       | No point
          First<p>second.                                | First
          """)
  void theFirstSentenceEndsWhereASentenceEnds(String comment, String summary) {
    assertThat(DocReader.of(comment).summary()).isEqualTo(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {@link java.util.List the list}                | the list
          {@link java.util.List}                         | `java.util.List`
          {@link #find(int, String) finds}               | finds
          {@link Hero#find(int, String)}                 | `Hero.find(int, String)`
          {@code Map<String, Integer>}                   | `Map<String, Integer>`
          {@code a`b}                                    | `` a`b ``
          {@code {a: {b: 1}}}                            | `{a: {b: 1}}`
          {@return the hero}                             | Returns the hero.
          <code>a &lt; b</code> &amp; &#8364; &unknown;  | "`a < b` & \u20ac &unknown;"
          a { b {@broken c                               | a { b {@broken c
          {@link Map<String, List<Hero>> heroes}         | heroes
          {@link Map<String, List<Hero>>}                | `Map<String, List<Hero>>`
          at most {@value Hero#MAX}, {@value}            | "at most `Hero.MAX`,"
          &lt;b&gt; &lt; 1 {@literal <i> < 2}            | \\<b> < 1 \\<i> < 2
          <table><tr><th>a</th><td>b</td></tr></table>   | a b
          """)
  void inlineTagsSayWhatTheyAreFor(String comment, String text) {
    assertThat(DocReader.of(comment).text()).isEqualTo(text);
  }

  @Test
  void termsHaveWhatTheyMeanBelowThem() {
    assertThat(DocReader.of("<dl><dt>a<dd>is one<dt>b<dd>is two</dl>").text())
        .isEqualTo("a\nis one\n\nb\nis two");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSnippetIsABlockOfCode(boolean isMarkdown) {
    var comment =
        """
        See:
        {@snippet lang="java" :
          var a = 1; // @highlight substring="a"
            f(a);
        }
        """;

    var doc = isMarkdown ? DocReader.ofMarkdown(comment) : DocReader.of(comment);

    assertThat(doc.text()).matches("See:\n+```\nvar a = 1;\n  f\\(a\\);\n```");
    assertThat(DocReader.of("a {@snippet file=\"A.java\"} b").text()).doesNotContain("file");
  }

  @Test
  void whatIsThrownIsFoundByItsSimpleNameHoweverItIsWritten() {
    var doc = DocReader.of("Adds.\n@throws heroes.TeamFull if it is full\n@throws Late if late");

    assertThat(doc.param("throws TeamFull")).isEqualTo("if it is full");
    assertThat(doc.param("throws Late")).isEqualTo("if late");
  }

  @Test
  void linesOfMarkdownAreJoinedWhereTheyAreOneParagraph() {
    var doc =
        DocReader.ofMarkdown(
            """
            Gives the
            *best* hero of
            #1 and -5.

            ## Heading
            Text
            goes on.

            Title
            ===
            Below

                code
                  more

            | a | b |
            |---|---|
            """);

    assertThat(doc.summary()).isEqualTo("Gives the *best* hero of #1 and -5.");
    assertThat(doc.rest())
        .isEqualTo(
            """
            ## Heading
            Text goes on.

            Title
            ===
            Below

                code
                  more

            | a | b |
            |---|---|\
            """);
  }

  @Test
  void markdownStaysAsItIsApartFromWhatIsJavadocs() {
    var doc =
        DocReader.ofMarkdown(
            """
            Gives a `List<Hero>` of **all** [Hero] rows, e.g. by
            [their names][Hero#name()] or [the web](https://example.org).

            - newest first, see {@link Hero#id the id}
            - at most 10, [x] or [ ]

            ```
            @Get [Hero]
            ```
            @param limit at most `List<[Hero]>`
            """);

    assertThat(doc.summary())
        .isEqualTo(
            "Gives a `List<Hero>` of **all** `Hero` rows, e.g. by their names or"
                + " [the web](https://example.org).");
    assertThat(doc.rest())
        .isEqualTo(
            """
            - newest first, see the id
            - at most 10, [x] or [ ]

            ```
            @Get [Hero]
            ```\
            """);
    assertThat(doc.params()).containsEntry("limit", "at most `List<[Hero]>`");
  }
}
