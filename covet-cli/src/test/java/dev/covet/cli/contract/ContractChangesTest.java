package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.document.ApiDocument;
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
  void theFirstServersThatAreNamedBreakNobody() {
    var none = Documents.of("{'servers': []}");
    var one = Documents.of("{'servers': [{'url': 'https://a'}]}");
    var root = Documents.of("{'servers': [{'url': '/'}]}");

    assertThat(Documents.changes(none, one)).containsExactly("COMPATIBLE server https://a is new");
    assertThat(Documents.changes(one, none))
        .containsExactly("MAY_BREAK server https://a is gone; clients that call it may fail");
    assertThat(Documents.changes(root, none)).isEmpty();
  }

  private static ApiDocument scheme(String words) {
    return Documents.of(
        "{'paths': {'/a': {'get': {'security': [{'Key': ['read']}]}}}, 'components':"
            + " {'securitySchemes': {'Key': {%s}}}}".formatted(words));
  }

  @Test
  void textsOfASecuritySchemeBreakNobody() {
    var old =
        scheme(
            "'type': 'oauth2', 'flows': {'clientCredentials': {'tokenUrl': 'https://a', 'scopes':"
                + " {'read': 'Reads.'}}, 'password': {'scopes': {}, 'tokenUrl': 'https://a'}}");
    var now =
        scheme(
            "'flows': {'password': {'tokenUrl': 'https://a', 'scopes': {'all': 'All.'}},"
                + " 'clientCredentials': {'scopes': {'read': 'Reads it.'}, 'tokenUrl':"
                + " 'https://a'}}, 'type': 'oauth2'");

    assertThat(Documents.changes(old, now)).isEmpty();
    assertThat(
            Documents.changes(
                scheme("'type': 'http', 'scheme': 'bearer', 'bearerFormat': 'JWT'"),
                scheme("'type': 'http', 'scheme': 'bearer', 'bearerFormat': 'opaque'")))
        .isEmpty();
  }

  @Test
  void anotherAddressOfASecuritySchemeBreaks() {
    var flow = "'type': 'oauth2', 'flows': {'password': {'tokenUrl': 'https://%s'}}";

    assertThat(Documents.changes(scheme(flow.formatted("a")), scheme(flow.formatted("b"))))
        .containsExactly(
            "BREAKS Key (read) by password at https://a is not enough any more; requests need Key"
                + " (read) by password at https://b",
            "COMPATIBLE also takes Key (read) by password at https://b");
  }

  private static String flows(String... some) {
    return "'type': 'oauth2', 'flows': {%s}".formatted(String.join(", ", some));
  }

  @Test
  void aFlowThatIsAddedBreaksNobodyAndOneThatIsGoneBreaks() {
    var password = "'password': {'tokenUrl': 'https://a'}";
    var refreshed = "'password': {'tokenUrl': 'https://a', 'refreshUrl': 'https://a/fresh'}";
    var machine = "'clientCredentials': {'tokenUrl': 'https://b'}";
    var one = scheme(flows(password));
    var two = scheme(flows(password, machine));

    assertThat(Documents.changes(one, two))
        .containsExactly("COMPATIBLE also takes Key (read) by clientCredentials at https://b");
    assertThat(Documents.changes(two, one))
        .containsExactly(
            "BREAKS Key (read) by clientCredentials at https://b is not enough any more; requests"
                + " need Key (read) by password at https://a");
    assertThat(Documents.changes(one, scheme(flows(refreshed))))
        .containsExactly(
            "COMPATIBLE also takes Key (read) by password refreshed at https://a/fresh");
  }

  @Test
  void aKeyInAnotherHeaderBreaksAndCapitalsOfItBreakNobody() {
    var key = "'type': 'apiKey', 'in': 'header', 'name': '%s'";

    assertThat(Documents.changes(scheme(key.formatted("X-Key")), scheme(key.formatted("x-key"))))
        .isEmpty();
    assertThat(Documents.changes(scheme(key.formatted("X-Key")), scheme(key.formatted("X-Other"))))
        .contains(
            "BREAKS Key (read) [in: header, name: x-key, type: apiKey] is not enough any more;"
                + " requests need Key (read) [in: header, name: x-other, type: apiKey]");
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

  private static ApiDocument webhook(String words) {
    return Documents.of("{'webhooks': {'paid': {'post': {%s}}}}".formatted(words));
  }

  private static String told(String properties, String required) {
    return ("'requestBody': {'required': true, 'content': {'application/json': {'schema': {'type':"
            + " 'object', 'properties': {%s}, 'required': [%s]}}}}")
        .formatted(properties, required);
  }

  @Test
  void whatAWebhookTellsMayOnlyBecomeNarrower() {
    var old = webhook(told("'a': {'type': 'string', 'maxLength': 9}", "'a'"));

    assertThat(
            Documents.changes(
                old, webhook(told("'a': {'type': 'string', 'maxLength': 5}, 'b': {}", "'a', 'b'"))))
        .containsExactly(
            "COMPATIBLE field body.b is new",
            "COMPATIBLE field body.a has now at most 5 characters, was 9");
    assertThat(Documents.changes(old, webhook(told("'a': {'type': 'string'}", ""))))
        .contains("BREAKS field body.a may be missing now; receivers that rely on it fail");
    assertThat(Documents.changes(old, webhook(told("", ""))))
        .containsExactly("BREAKS field body.a is gone; receivers that read it find nothing");
    assertThat(Documents.changes(old, webhook("")))
        .contains("BREAKS the body is never application/json any more; receivers cannot read it");
    assertThat(Documents.changes(old, Documents.of("{}")))
        .containsExactly("BREAKS is gone; receivers wait for it in vain");
    assertThat(Documents.changes(Documents.of("{}"), old)).containsExactly("COMPATIBLE is new");
  }

  @Test
  void whatAWebhookIsAnsweredMayOnlyBecomeWider() {
    var answer =
        "'responses': {'2XX': {'content': {'application/json': {'schema': {'type': 'object',"
            + " 'properties': {'a': {}}, 'required': [%s]}}}}}";

    assertThat(Documents.changes(webhook(answer.formatted("")), webhook(answer.formatted("'a'"))))
        .containsExactly(
            "BREAKS field a of response 2XX is required now; answers without it are refused");
    assertThat(Documents.changes(webhook(answer.formatted("'a'")), webhook(answer.formatted(""))))
        .containsExactly("COMPATIBLE field a of response 2XX is optional now");
    assertThat(
            Documents.changes(
                webhook("'responses': {'2XX': {}, '410': {}}"),
                webhook("'responses': {'2XX': {}}")))
        .containsExactly("MAY_BREAK response 410 is gone; answers with it mean something else");
  }

  @Test
  void aHeaderOfAWebhookIsWhatReceiversGet() {
    var header = "'parameters': [{'in': 'header', 'name': 'H', 'required': %s}]";

    assertThat(Documents.changes(webhook(header.formatted(true)), webhook("'parameters': []")))
        .containsExactly("BREAKS header parameter H is gone; receivers that read it find nothing");
    assertThat(Documents.changes(webhook(""), webhook(header.formatted(true))))
        .containsExactly("COMPATIBLE header parameter H is new");
    assertThat(Documents.changes(webhook(header.formatted(true)), webhook(header.formatted(false))))
        .containsExactly(
            "BREAKS header parameter H may be missing now; receivers that rely on it fail");
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

  private static ApiDocument lines(String media) {
    return Documents.operation(
        "'responses': {'200': {'content': {'application/jsonl': {'schema': {'type': 'string'}%s}}}}"
            .formatted(media));
  }

  @Test
  void eachOfSeveralLinesIsAPromise() {
    var old = lines(", 'x-itemSchema': {'$ref': '#/components/schemas/Cat'}");

    assertThat(Documents.changes(old, lines(", 'x-itemSchema': {'type': 'object'}")))
        .containsExactly(
            "BREAKS field [].kind of response 200 (application/jsonl) is gone; clients that read it"
                + " find nothing",
            "BREAKS field [].lives of response 200 (application/jsonl) is gone; clients that read it"
                + " find nothing");
    assertThat(Documents.changes(lines(""), old))
        .containsExactly(
            "COMPATIBLE item [] of response 200 (application/jsonl) is an object now, was any JSON"
                + " value");
  }

  @Test
  void examplesAreLeftOutWhereverTheyAreNoNames() {
    var schema =
        "{'type': 'object', 'required': ['example'], 'properties': {'example': {'type': 'string'%s}},"
            + " 'default': {'example': 'c'}%s}";
    var without = Documents.got(schema.formatted("", ""));

    assertThat(Documents.got(schema.formatted(", 'example': 'a'", ", 'examples': [1]")))
        .isNotEqualTo(without)
        .extracting(ApiDocument::withoutExamples)
        .isEqualTo(without);
    assertThat(without.withoutExamples()).isEqualTo(without);
  }
}
