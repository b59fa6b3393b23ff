package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of changes: what each does to clients, in words. */
class ContractChangesTest {
  static List<Row> schemas() {
    return Row.of("schema-changes.txt");
  }

  static List<Row> operations() {
    return Row.of("operation-changes.txt");
  }

  static List<Row> paths() {
    return Row.of("path-changes.txt");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void whatClientsSendMayOnlyBecomeWider(Row row) {
    var changes = Documents.changes(Documents.sent(row.before()), Documents.sent(row.after()));

    assertThat(changes.stream().map(change -> change.replace("field body.x", "it")))
        .containsExactlyElementsOf(row.changes("sent"));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void whatClientsGetMayOnlyBecomeNarrower(Row row) {
    var changes = Documents.changes(Documents.got(row.before()), Documents.got(row.after()));

    assertThat(changes.stream().map(change -> change.replace("field x of response 200", "it")))
        .containsExactlyElementsOf(row.changes("got"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationKeepsWhatItPromised(Row row) {
    assertThat(
            Documents.changes(Documents.operation(row.before()), Documents.operation(row.after())))
        .containsExactlyElementsOf(row.changes());
  }

  @ParameterizedTest
  @MethodSource("paths")
  void pathsStayWhereTheyAre(Row row) {
    assertThat(Documents.changes(Documents.paths(row.before()), Documents.paths(row.after())))
        .containsExactlyElementsOf(row.changes());
  }

  @Test
  void anotherServerMayBreakClients() {
    assertThat(
            Documents.changes(
                Documents.of("{'servers': [{'url': 'https://a'}]}"),
                Documents.of("{'servers': [{'url': 'https://b'}]}")))
        .containsExactly(
            "MAY_BREAK server https://a is gone; clients that call it may fail",
            "COMPATIBLE server https://b is new");
  }

  @Test
  void theSecurityOfTheDocumentIsThatOfItsOperations() {
    var before = Documents.of("{'paths': {'/a': {'get': {}}}}");
    var after = Documents.of("{'paths': {'/a': {'get': {}}}, 'security': [{'Key': []}]}");

    assertThat(Documents.changes(before, after))
        .containsExactly("BREAKS needs Key now; requests without are refused");
  }

  @Test
  void componentsThatNobodyUsesAreNoPromise() {
    assertThat(
            Documents.changes(
                Documents.of("{'components': {'schemas': {'A': {'type': 'string'}}}}"),
                Documents.of("{'components': {}}")))
        .isEmpty();
  }

  @Test
  void webhooksThatDifferMayBreakClients() {
    assertThat(
            Documents.changes(
                Documents.of("{'webhooks': {'paid': {}}}"), Documents.of("{'webhooks': {}}")))
        .containsExactly("MAY_BREAK webhooks is {} now, was {\"paid\":{}}; clients may fail");
  }

  @Test
  void oneChangeOfSeveralOperationsIsOneLine() {
    var before = "'/%s': {'get': {'parameters': [{'in': 'query', 'name': 'q'}]}}";
    var after = "'/%s': {'get': {'parameters': [{'in': 'query', 'name': 'q', 'required': true}]}}";
    var names = List.of("a", "b", "c", "d", "e", "f");
    var old = String.join(",", names.stream().map(before::formatted).toList());
    var now = String.join(",", names.stream().map(after::formatted).toList());

    var changes = ApiComparison.of(Documents.paths(old), Documents.paths(now));

    assertThat(changes.counts()).isEqualTo("1 change: 1 breaks clients");
    assertThat(changes.text())
        .isEqualTo(
            """

            Breaks clients:
              GET /a, GET /b, GET /c, GET /d and 2 more: query parameter q is required now; requests without it are refused
            """);
  }

  @Test
  void namesWithLineBreaksStayInTheirLine() {
    var before = Documents.got("{'type': 'object', 'properties': {'a\\nb': {}}}");

    assertThat(Documents.changes(before, Documents.got("{'type': 'object'}")))
        .containsExactly(
            "BREAKS field x.a?b of response 200 is gone; clients that read it find nothing");
  }
}
