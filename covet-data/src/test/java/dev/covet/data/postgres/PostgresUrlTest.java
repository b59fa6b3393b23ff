package dev.covet.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D3: what a URL says, and what it leaves to be safe. */
final class PostgresUrlTest {
  @Test
  void allPartsAreRead() {
    var url = PostgresUrl.of("postgresql://a%3Ab:p%40%23w@my_db:5433/shop?application_name=x");

    assertThat(url.servers()).containsExactly(new PostgresUrl.Server("my_db", 5_433));
    assertThat(url.user()).isEqualTo("a:b");
    assertThat(url.password()).isEqualTo("p@#w");
    assertThat(url.database()).isEqualTo("shop");
    assertThat(url.properties(false)).containsEntry("application_name", "x");
    assertThat(url).hasToString("postgresql://a:b@my_db:5433/shop");
  }

  @Test
  void whatIsMissingIsWhatPsqlTakes() {
    var url = PostgresUrl.of("postgres://ann@[::1]");

    assertThat(url.servers()).containsExactly(new PostgresUrl.Server("::1", 5_432));
    assertThat(url.database()).isEqualTo("ann");
    assertThat(url.password()).isEmpty();
    assertThat(PostgresUrl.of("postgresql://h/d").user()).isEqualTo("postgres");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://app:pa/ss@db/x",
        "postgresql://app:pa?ss@db/x",
        "postgresql://app:12/ss@db"
      })
  void aPasswordThatIsWrittenWrongIsNotShown(String url) {
    assertThatThrownBy(() -> PostgresUrl.of(url))
        .hasMessageContaining("%2F for a /")
        .hasMessageNotContaining("app")
        .hasMessageNotContaining("ss@");
  }

  @Test
  void severalServersAreThoseOfPsql() {
    var url = PostgresUrl.of("postgresql://a_1:5433,[::1]:5434,c.example.com/d");

    assertThat(url.servers())
        .extracting(PostgresUrl.Server::toString)
        .containsExactly("a_1:5433", "[::1]:5434", "c.example.com:5432");
    assertThat(url).hasToString("postgresql://postgres@a_1:5433,[::1]:5434,c.example.com:5432/d");
    assertThat(url.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
    assertThat(url.kind(SessionKind.READ_WRITE)).isEqualTo(SessionKind.READ_WRITE);
    assertThat(PostgresUrl.of("postgresql://a/d").kind(SessionKind.READ_WRITE))
        .isEqualTo(SessionKind.ANY);
    assertThat(
            PostgresUrl.of("postgresql://a/d?target_session_attrs=prefer-standby")
                .kind(SessionKind.READ_WRITE))
        .isEqualTo(SessionKind.PREFER_STANDBY);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, PREFER",
    "127.0.0.1, PREFER",
    "10.1.2.3, PREFER",
    "192.168.0.9, PREFER",
    "172.16.0.1, PREFER",
    "172.32.0.1, VERIFY_FULL",
    "db, PREFER",
    "db.internal, PREFER",
    "db.shop.svc, PREFER",
    "[fd12::1], PREFER",
    "[2001:db8::1], VERIFY_FULL",
    "10.example.com, VERIFY_FULL",
    "192.168.example.com, VERIFY_FULL",
    "db.example.com, VERIFY_FULL",
    "8.8.8.8, VERIFY_FULL",
  })
  void aServerThatIsFarHasToProveWhoItIs(String host, SslMode mode) {
    assertThat(PostgresUrl.of("postgresql://u@" + host + "/d").sslMode()).isEqualTo(mode);
  }

  @Test
  void aCertificateThatIsNamedIsChecked() {
    var url = PostgresUrl.of("postgresql://h/d?sslmode=require&sslrootcert=/a.pem");

    assertThat(url.sslMode()).isEqualTo(SslMode.VERIFY_CA);
    assertThat(url.trusted()).contains("/a.pem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://@h/d",
        "postgresql://h:0/d",
        "postgresql://h:99999/d",
        "postgresql://h:x/d",
        "postgresql://:5432/d",
        "postgresql://[::1/d"
      })
  void whatIsNoServerIsRefusedInWords(String url) {
    assertThatThrownBy(() -> PostgresUrl.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("It looks like postgresql://");
  }
}
