package dev.covet.base.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Invalid;
import dev.covet.api.Mode;
import dev.covet.base.codec.TextForm;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  private final StartFaults faults = new StartFaults();

  private Config config(Source... sources) {
    return Config.of(Mode.PRODUCTION, faults, sources);
  }

  @Test
  void theFirstSourceThatHasASettingWins() {
    var line = CommandLine.of("--port", "1");
    var environment = new Source("environment", Map.of("PORT", "2", "MAIL_URL", "smtp://b"));
    var file = new Source(".env", Map.of("MAIL_URL", "smtp://c", "HOST", "::1"));
    var config = config(line.source(), environment, file);

    assertThat(config.setting("port").asInt()).isEqualTo(1);
    assertThat(config.setting("mailUrl").asUri()).hasToString("smtp://b");
    assertThat(config.text("HOST")).contains("::1");
    assertThat(config.setting("workers").orElse("4").asInt()).isEqualTo(4);
    assertThat(faults.isEmpty()).isTrue();
  }

  /** A secret that is made from a file has its line's end, and is the same in another program. */
  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "s3cret\n", "s3cret\r\n"})
  void theEndOfItsLastLineIsNoPartOfAValue(String text) {
    var config = config(new Source("environment", Map.of("JWT_SECRET", text, "TWO", "a\n b \n")));

    assertThat(config.text("JWT_SECRET")).contains("s3cret");
    assertThat(config.text("TWO")).contains("a\n b ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --mail-url x          | MAIL_URL | x
          --mail-url=x=y        | MAIL_URL | x=y
          --mail-url= --port 1  | PORT     | 1
          --sql-echo --port 1   | SQL_ECHO | true
          migrate --sql-echo    | SQL_ECHO | true
          --port 1 --port 2     | PORT     | 2
          --offset -1           | OFFSET   | -1
          """)
  void optionsAreReadInBothForms(String line, String name, String value) {
    assertThat(CommandLine.of(line.split(" ")).options()).containsEntry(name, value);
  }

  @Test
  void wordsAreWhatIsNoOption() {
    assertThat(CommandLine.of("migrate", "--dry-run=true", "now").words())
        .containsExactly("migrate", "now");
  }

  @Test
  void everyFaultIsToldWithItsValueAndItsSource() {
    var environment = new Source("environment", Map.of("PORT", "abc", "MAIL_PASSWORD", "hunter2"));
    var config = config(environment);
    config.setting("port").asInt();
    config.setting("mailUrl").asUri();
    var password = config.setting("mailPassword");
    password.asSecret();
    password.problem("too_short", "must have at least 8 characters");

    assertThat(faults.list())
        .containsExactly(
            "PORT must be a whole number; \"abc\" came from the environment.",
            "MAIL_URL is missing. Pass --mail-url, or set MAIL_URL in the environment or in .env.",
            "MAIL_PASSWORD must have at least 8 characters; *** came from the environment.");
  }

  /** S4.types: whatever a request may hold. */
  @Test
  void anyScalarIsASetting() {
    var environment = new Source("environment", Map.of("OPENS", "08:30", "ZONE", "Nowhere"));
    var config = config(environment);

    assertThat(config.setting("opens").as(TextForm.TIME)).isEqualTo(LocalTime.of(8, 30));
    assertThat(config.setting("since").orElse("2026").as(TextForm.YEAR)).isEqualTo(Year.of(2026));
    config.setting("zone").as(TextForm.ZONE_ID);
    config.setting("rate").as(TextForm.FLOAT);

    assertThat(faults.list())
        .containsExactly(
            "ZONE must be a time zone such as Europe/Berlin; \"Nowhere\" came from the environment.",
            "RATE is missing. Pass --rate, or set RATE in the environment or in .env.");
  }

  /** L1. */
  @Test
  void theListingShowsSourcesAndMasksSecrets() {
    var config =
        config(
            CommandLine.of("--port", "80").source(),
            new Source("environment", Map.of("MAIL_PASSWORD", "hunter2")));
    config.setting("port").asInt();
    config.setting("host").orElse("0.0.0.0").asText();
    config.setting("mailPassword").asSecret();

    assertThat(config.listing())
        .isEqualTo(
            """
            HOST           0.0.0.0  default
            MAIL_PASSWORD  ***      environment
            PORT           80       command line\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          postgresql://ann:hunter2@db:5432/heroes, postgresql://***@db:5432/heroes
          postgresql://ann:hun/ter@2@db/heroes, postgresql://***@db/heroes
          postgresql://ann:hun ter?2@db/heroes, postgresql://***@db/heroes
          https://token@example.org/a?b=c, https://***@example.org/a?b=c
          jdbc:mysql://db/h?user=ann&password=hunter2&ssl=1, jdbc:mysql://db/h?user=ann&password=***&ssl=1
          jdbc:sqlserver://db;trustStorePassword=hunter2;a=b, jdbc:sqlserver://db;trustStorePassword=***;a=b
          "redis://:a@one,redis://:b@two", redis://***@two
          https://example.org:8443/@me?mail=a@b.org, https://***@me?mail=a@b.org
          postgres://bob:42/secret@db/x, postgres://***@db/x
          amqp://u:1#2@h, amqp://***@h
          postgres://user:p@ss/w?rd@host/db, postgres://***@ss/w?rd@host/db
          https://[::1]:8080/x, https://[::1]:8080/x
          sqlite:data/heroes.db, sqlite:data/heroes.db
          me@example.org, me@example.org
          """,
      quoteCharacter = '"')
  void passwordsOfUrlsAreHiddenInTheListingAndInFaults(String url, String shown) {
    var config = config(new Source("environment", Map.of("DATABASE_URL", url)));
    config.setting("DATABASE_URL").problem("no", "cannot be used");

    assertThat(config.entries().getFirst().shown()).isEqualTo(shown);
    assertThat(config.options()).isEqualTo("--database-url " + shown);
    assertThat(faults.list())
        .containsExactly(
            "DATABASE_URL cannot be used; \"" + shown + "\" came from the environment.");
  }

  @Test
  void passwordsOfUrlsAreHiddenInReasons() {
    var cause = new IllegalStateException("no answer from redis://:hunter2@one:6379/0 in 2 s");

    assertThat(new StartFailure("Heroes.fill failed", cause))
        .hasMessage(
            "The app cannot start: Heroes.fill failed: no answer from redis://***@one:6379/0 in"
                + " 2 s.");
  }

  @Test
  void aStartThatAnInvalidValueStopsSaysWhatIsWrongWithIt() {
    var refused = Invalid.at("password", "too_short", "must have at least 8 characters");

    assertThat(new StartFailure("FirstAdmin.make failed", refused))
        .hasMessageEndingWith("failed: Invalid input: password must have at least 8 characters.");
  }

  /** Most of the environment is others'. */
  @Test
  void aNameThatIsNearlyThatOfASettingWhichNobodyGaveIsSaid() {
    var names =
        Map.of("DATABASE_PASWORD", "x", "DATABASE_HOST", "h", "DATABASE_URI", "u", "HOME", "/");
    var config = config(new Source("environment", names), new Source(".env", Map.of("PROT", "1")));
    var read = List.of("DATABASE_PASSWORD", "DATABASE_URL", "DATABASE_POOLER", "HOST", "PORT");
    read.forEach(name -> config.setting(name).orElse("given"));

    assertThat(config.warnings())
        .containsExactly(
            "DATABASE_PASWORD from the environment is not a setting; did you mean DATABASE_PASSWORD?",
            "DATABASE_URI from the environment is not a setting; did you mean DATABASE_URL?",
            "PROT from .env is not a setting; did you mean PORT?");
  }

  @Test
  void whatCodeSetsIsAFaultIfItIsNearlyASettingAndSaidIfItIsLikeNone() {
    var code = Map.of("LOG_REQUEST", "all", "SQLITE_SYNCHRONOUS", "full", "mailUrl", "smtp:a");
    var outer = config().and(Source.code(code));
    var inner = outer.under("TASKS").and(Source.code(Map.of("LOG-REQUESTS", "all")));
    inner.setting("LOG_REQUESTS").orElse("failed").asText();
    outer.setting("LOG_REQUESTS").orElse("failed").asText();

    assertThat(outer.text("MAIL_URL")).contains("smtp:a");
    assertThat(outer.warnings())
        .containsExactly("SQLITE_SYNCHRONOUS from code is not a setting that this app reads.");
    outer.refuseUnknown(CommandLine.of());
    assertThat(faults.list())
        .containsExactly(
            "LOG-REQUESTS from code is not a setting; did you mean LOG_REQUESTS?",
            "LOG_REQUEST from code is not a setting; did you mean LOG_REQUESTS?");
  }

  /** Elsewhere SQLite stands in for PostgreSQL, which reads more. */
  @Test
  void whatCodeSetsAndNothingReadsIsSaidInProductionAlone() {
    var code = Source.code(Map.of("DATABASE_CONNECTIONS_MAX", "9"));

    assertThat(config().and(code).warnings()).hasSize(1);
    assertThat(Config.of(Mode.DEVELOPMENT, faults).and(code).warnings()).isEmpty();
  }

  @Test
  void codeThatSetsOneSettingByTwoNamesIsAFault() {
    assertThatThrownBy(() -> Source.code(Map.of("mailUrl", "smtp:a", "MAIL_URL", "smtp:b")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("MAIL_URL is set in code by two names. Leave one out.");
  }

  @Test
  void whatTheAppCannotDoWithoutIsListedAsMissing() {
    var config = config();
    config.setting("JWT_SECRET").asSecret();

    assertThat(config.setting("JWT_SECRET").isGiven()).isFalse();
    assertThat(config.listing()).isEqualTo("JWT_SECRET    missing");
  }

  @Test
  void anUnknownOptionIsAFault() {
    var line = CommandLine.of("--prot", "80");
    var config = config(line.source());
    config.setting("port").orElse("8000").asInt();
    config.refuseUnknown(line);

    assertThat(faults.list())
        .containsExactly("--prot is not an option; did you mean --port? --help lists all.");
  }

  @Test
  void aMountedAppReadsItsOwnSettingsFirst() {
    var config =
        config(
            new Source(
                "environment",
                Map.of("TASKS_PORT", "1", "PORT", "2", "HOST", "h", "DATABASE_URL", "d")));
    var mounted = config.under("TASKS");

    assertThat(mounted.setting("port").asInt()).isEqualTo(1);
    assertThat(mounted.setting("host").asText()).isEqualTo("h");
    assertThat(mounted.own("DATABASE_URL").isGiven()).isFalse();
    assertThat(config.own("DATABASE_URL").isGiven()).isTrue();
  }

  @Test
  void anAppMountedInAMountedOneReadsItsOwnThenThatOnesThenTheOuterSettings() {
    var values = Map.of("A_B_X", "1", "A_X", "2", "X", "3", "A_Y", "2", "Y", "3", "Z", "3");
    var inner = config(new Source("environment", values)).under("A").under("B");

    assertThat(inner.setting("x").asInt()).isEqualTo(1);
    assertThat(inner.setting("y").asInt()).isEqualTo(2);
    assertThat(inner.setting("z").asInt()).isEqualTo(3);
    assertThat(inner.own("y").isGiven()).isFalse();
  }

  @Test
  void twoMountedAppsOfOneNameAreAFault() {
    var config = config();
    config.under("A_B");
    config.under("A").under("B");

    assertThat(faults.list()).singleElement().asString().contains("the same settings, A_B_....");
  }

  @Test
  void secretsAreMadeUpOutsideProductionOnly() {
    var test = Config.of(Mode.TEST, faults);
    assertThat(test.setting("jwtSecret").asSecret().value()).hasSizeGreaterThan(40);
    assertThat(faults.isEmpty()).isTrue();

    config().setting("jwtSecret").asSecret();
    assertThat(faults.list()).hasSize(1).first().asString().startsWith("JWT_SECRET is missing");
  }

  @Test
  void theEndOfASettingsNameIsNoOption() {
    var line = CommandLine.of("--mode", "development");
    var config = config(line.source());
    config.setting("covetMode").orElse("production").asText();
    config.refuseUnknown(line);

    assertThat(faults.list()).singleElement().asString().startsWith("--mode is not an option");
  }

  @Test
  void anOptionThatAMountedAppSharesIsOne() {
    var line = CommandLine.of("--limit", "3");
    var inner = config(line.source(), new Source("environment", Map.of("TASKS_LIMIT", "1")));
    assertThat(inner.under("TASKS").setting("limit").asInt()).isEqualTo(3);
    inner.refuseUnknown(line);

    assertThat(faults.isEmpty()).isTrue();
  }

  @Test
  void aSecretThatIsMadeUpIsOneForAllWhoAsk() {
    var test = Config.of(Mode.TEST, faults);
    assertThat(test.setting("jwtKey").asSecret()).isEqualTo(test.setting("jwtKey").asSecret());
  }

  /** L1. */
  @Test
  void whatIsASecretOnceIsShownToNobodyWhoAsksOtherwise() {
    var config = config(new Source("environment", Map.of("MAIL_PASSWORD", "hunter2")));
    config.setting("mailPassword").asSecret();
    config.text("MAIL_PASSWORD");

    assertThat(config.listing()).doesNotContain("hunter2");
  }

  /** A fault of an app may repeat what a client sent. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "://", "?", "://?", "?password"})
  void secretsAreLookedForInTimeThatGrowsAsTheText(String part) {
    var text = part.repeat(1_000_000 / part.length());
    assertThat(UrlSecrets.hiddenIn(text + "@")).hasSizeLessThan(1_100_000);
    assertThat(UrlSecrets.hiddenIn("x://" + text)).hasSizeLessThan(1_100_000);
  }
}
