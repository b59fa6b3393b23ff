package dev.covet.security;

import static dev.covet.security.StoredSignInTable.STORED_SIGN_IN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.covet.api.Id;
import dev.covet.api.Principal;
import dev.covet.api.Unauthorized;
import dev.covet.base.json.Json;
import dev.covet.base.observe.Metrics;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.sqlite.SqliteDriver;
import dev.covet.data.sqlite.SqliteFile;
import dev.covet.gen.PrincipalPart;
import dev.covet.security.jwt.AccessTokens;
import dev.covet.security.jwt.JwtLimits;
import dev.covet.security.jwt.JwtVerifier;
import dev.covet.security.jwt.KeySource;
import dev.covet.security.jwt.TokenKey;
import dev.covet.security.jwt.TokenKeys;
import dev.covet.security.jwt.TokenTerms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S1.ep.refresh, S1.di.token, D46; security.md A4. */
class TokensTest {
  private static final Me ANN = new Me(7, "Ann", List.of("admin"));

  @AutoClose("shutdown")
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AutoClose
  private final Driver driver =
      SqliteDriver.open(SqliteFile.inMemory(), DatabaseLimits.STANDARD, _ -> {}, threads);

  private final MovedClock clock = new MovedClock();
  private final RevokedSignIns revoked = new RevokedSignIns(Duration.ofMinutes(16), clock);
  private final KeySource keys =
      new KeySource.Fixed(
          new TokenKeys(
              "",
              List.of(
                  TokenKey.of(new OctetSequenceKey.Builder(new byte[32]).keyID("k").build())
                      .orElseThrow())));
  private final TokenTerms terms =
      new TokenTerms(Optional.empty(), Optional.of("tasks"), TokenTerms.OWN);
  private static final JwtLimits LIMITS = new JwtLimits(8192, 128, 30, 100);
  private final JwtVerifier<Me> verifier =
      new JwtVerifier<>(
          Me.PART.codec(),
          new JwtVerifier.By(keys, terms, LIMITS, clock, revoked::has, _ -> {}, new Metrics()));
  private static final SignIns.Life LIFE =
      new SignIns.Life(Duration.ofDays(7), Duration.ofDays(30));

  private final TokenIssue issue =
      new TokenIssue(
          new SignIns<>(Me.PART, "refresh", LIFE, clock),
          new AccessTokens(keys, terms, Duration.ofMinutes(15), clock),
          revoked);
  private Session db;
  private Tokens tokens;

  @BeforeEach
  void open() {
    driver.create(List.of(STORED_SIGN_IN));
    db = new Session(driver);
    tokens = new Tokens(issue, () -> db, () -> {});
  }

  private Tokens tokens() {
    return new Tokens(issue, () -> new Session(driver), () -> {});
  }

  /** Those of sign-ins that go on. */
  private long going() {
    return db.from(STORED_SIGN_IN).where(STORED_SIGN_IN.idleUntil.gt(clock.instant())).count();
  }

  private long rows() {
    return db.from(STORED_SIGN_IN).count();
  }

  private void refused(TokenPair pair) {
    assertThatThrownBy(() -> tokens.refresh(pair.refreshToken()))
        .isInstanceOf(Unauthorized.class)
        .hasMessage("The refresh token does not hold");
  }

  @Test
  void aPairIsThreeMembersAndTheAccessTokenSaysWhoItIs() throws Exception {
    var pair = tokens.issue(ANN);
    var json = new String(new Json().write(TokenPairCodec.OUTPUT, pair), UTF_8);

    assertThat(json)
        .isEqualTo(
            "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"token_type\":\"bearer\"}"
                .formatted(pair.accessToken(), pair.refreshToken()));
    assertThat(verifier.verify(pair.accessToken())).isEqualTo(ANN);
    var claims = JWSObject.parse(pair.accessToken()).getPayload().toJSONObject();
    assertThat(claims)
        .containsEntry("sub", "7")
        .containsEntry("aud", "tasks")
        .containsEntry("exp", clock.seconds() + 900)
        .containsKeys("iat", "sid", "id", "name", "roles");
  }

  @Test
  void aRefreshTokenGetsTheNextPairOnce() {
    var first = tokens.issue(ANN);
    var second = tokens.refresh(first.refreshToken());

    assertThat(verifier.verify(second.accessToken())).isEqualTo(ANN);
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken()).hasSize(64);
    assertThat(verifier.verify(tokens.refresh(second.refreshToken()).accessToken())).isEqualTo(ANN);
  }

  @Test
  void aSecondUseEndsTheSignInForBoth() {
    var first = tokens.issue(ANN);
    var second = tokens.refresh(first.refreshToken());

    refused(first);
    refused(second);
    assertThat(going()).isZero();
    assertThatThrownBy(() -> verifier.verify(second.accessToken()))
        .isInstanceOf(Unauthorized.class);
  }

  /** A block that hears of the theft ends with it, and undoes what it did. */
  @Test
  void aSecondUseEndsTheSignInEvenWhereATransactionIsUndone() {
    var blocks =
        List.<UnaryOperator<Runnable>>of(
            work -> () -> inBlock(work),
            work -> () -> inBlock(() -> inBlock(work)),
            work ->
                () ->
                    inBlock(() -> {
                      caught(() -> inBlock(work));
                      throw new Unauthorized("undone");
                    }));
    for (var block : blocks) {
      var first = tokens.issue(ANN);
      var second = tokens.refresh(first.refreshToken());

      caught(block.apply(() -> tokens.refresh(first.refreshToken())));
      refused(second);
      assertThat(going()).isZero();
    }
  }

  private void inBlock(Runnable work) {
    db.tx(() -> {
      work.run();
      return 0;
    });
  }

  private static void caught(Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(Unauthorized.class);
  }

  /** Somebody else, with the same components and the same id. */
  @Principal
  record Twin(@Id long id, String name, List<String> roles) {
    static final PrincipalPart<Twin> PART =
        new PrincipalPart<>(Twin.class, Twin::id, TokensTest_TwinCodec.STORED, null);
  }

  @Test
  void aTokenOfAnotherPrincipalFindsNothing() {
    var others = new SignIns<>(Twin.PART, "refresh", LIFE, clock);
    var theirs = others.begin(new Twin(7, "Ann", List.of("admin")), db);

    assertThatThrownBy(() -> tokens.refresh(theirs.key().text())).isInstanceOf(Unauthorized.class);
    tokens.revoke(theirs.key().text());
    tokens.revokeAll(ANN);
    assertThat(others.use(theirs.key(), db)).isPresent();
  }

  @Test
  void otherSignInsOfTheSameUserStay() {
    var phone = tokens.issue(ANN);
    var laptop = tokens.issue(ANN);
    tokens.refresh(phone.refreshToken());
    refused(phone);

    assertThat(verifier.verify(laptop.accessToken())).isEqualTo(ANN);
    assertThat(tokens.refresh(laptop.refreshToken())).isNotNull();
  }

  /** One conditional UPDATE: of those who come at once, one gets a pair. */
  @Test
  void ofTenAtOnceOneAtMostGetsAPair() throws Exception {
    var text = tokens.issue(ANN).refreshToken();
    try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 10)
              .mapToObj(_ -> virtual.submit(() -> tokens().refresh(text)))
              .toList();

      assertThat(all.stream().filter(TokensTest::hasPair).count()).isOne();
    }
    assertThat(going()).isZero();
  }

  private static boolean hasPair(Future<?> each) {
    try {
      return each.get() != null;
    } catch (Exception _) {
      return false;
    }
  }

  @Test
  void itEndsAWeekAfterItsLastUseAndAMonthAfterItBegan() {
    var idle = tokens.issue(ANN);
    var used = tokens.issue(ANN);
    clock.advance(Duration.ofDays(6));
    used = tokens.refresh(used.refreshToken());
    clock.advance(Duration.ofDays(1));
    refused(idle);
    for (var day = 7; day < 28; day += 6) {
      clock.advance(Duration.ofDays(5));
      used = tokens.refresh(used.refreshToken());
    }
    clock.advance(Duration.ofDays(4));
    refused(used);
  }

  @Test
  void aLogoutEndsItAtOnce() {
    var pair = tokens.issue(ANN);
    assertThat(verifier.verify(pair.accessToken())).isEqualTo(ANN);

    tokens.revoke(pair.refreshToken());
    assertThatThrownBy(() -> verifier.verify(pair.accessToken())).isInstanceOf(Unauthorized.class);
    refused(pair);
    tokens.revoke(pair.refreshToken());
    tokens.revoke("nonsense");
  }

  /** A process that has just started, and one that runs on, know it by the table. */
  @Test
  void aLogoutIsKnownToOtherProcesses() {
    var phone = tokens.issue(ANN);
    var laptop = tokens.issue(ANN);
    var other = new RevokedSignIns(Duration.ofMinutes(16), clock);
    tokens.revoke(phone.refreshToken());
    learn(other);
    assertThat(other.has(id(phone))).isTrue();
    assertThat(other.has(id(laptop))).isFalse();

    clock.advance(Duration.ofMinutes(14));
    tokens.revoke(laptop.refreshToken());
    learn(other);
    assertThat(other.has(id(laptop))).isTrue();
    var late = new RevokedSignIns(Duration.ofMinutes(16), clock);
    learn(late);
    assertThat(late.has(id(phone))).as("its access token still holds").isTrue();
    tokens.issue(ANN);
    clock.advance(Duration.ofDays(2));
    tokens.issue(ANN);
    assertThat(rows()).as("forgotten").isEqualTo(2);
  }

  /** Whoever ended it may have a clock that is ahead, or have been quicker at the database. */
  @Test
  void whatHasEndedGoesOnForNobodyWhateverTheirClock() {
    var pair = tokens.issue(ANN);
    var ahead = new MovedClock();
    ahead.advance(Duration.ofSeconds(10));
    var there = new SignIns<>(Me.PART, "refresh", LIFE, ahead);
    assertThat(there.end(SignInKey.parse(pair.refreshToken()).orElseThrow(), db)).isTrue();

    refused(pair);
    clock.advance(Duration.ofSeconds(10));
    assertThat(going()).isZero();
    assertThat(there.ended(clock.instant().minusSeconds(1), db)).hasSize(1);
  }

  private void learn(RevokedSignIns other) {
    other.learn(since -> issue.signIns().ended(since, new Session(driver)));
  }

  private String id(TokenPair pair) {
    return issue.signIns().idOf(SignInKey.parse(pair.refreshToken()).orElseThrow());
  }

  @Test
  void whatCannotBeKnownIsAskedAgain() {
    var asked = new AtomicInteger();
    Runnable ask =
        () ->
            revoked.learn(_ -> {
              if (asked.incrementAndGet() == 1) throw new IllegalStateException("away");
              return List.of("a");
            });
    ask.run();
    ask.run();
    assertThat(asked).as("5 s later").hasValue(1);
    clock.advance(Duration.ofSeconds(5));
    ask.run();
    assertThat(revoked.has("a")).isTrue();
  }

  @Test
  void allSignInsOfOneEndTogether() {
    var phone = tokens.issue(ANN);
    var laptop = tokens.issue(ANN);
    var bob = tokens.issue(new Me(8, "Bob", List.of()));

    tokens.revokeAll(ANN);
    refused(phone);
    refused(laptop);
    assertThat(tokens.refresh(bob.refreshToken())).isNotNull();
  }

  @Test
  void whatWasNeverATokenIsRefused() {
    for (var text : List.of("", "x", "ä".repeat(64), "A".repeat(64), " ".repeat(64))) {
      assertThatThrownBy(() -> tokens.refresh(text)).isInstanceOf(Unauthorized.class);
    }
  }

  /** Who reads the table cannot sign in by what stands there. */
  @Test
  void theTableHasHashesAlone() {
    var pair = tokens.issue(ANN);
    var row = db.from(STORED_SIGN_IN).first().orElseThrow();

    assertThat(row.toString())
        .doesNotContain(pair.refreshToken().substring(0, 21))
        .doesNotContain(pair.refreshToken().substring(22));
    assertThat(pair.accessToken()).doesNotContain(pair.refreshToken());
  }

  /** A few with each login, those that ended first: nobody waits for all of them. */
  @Test
  void oldRowsGoByThemselves() {
    db.tx(() -> IntStream.range(0, 450).mapToObj(_ -> tokens.issue(ANN)).toList());
    clock.advance(Duration.ofDays(9));
    for (var left : List.of(251L, 52L, 3L, 4L)) {
      tokens.issue(ANN);
      assertThat(rows()).isEqualTo(left);
    }
    clock.advance(Duration.ofDays(9));
    tokens.issue(ANN);

    assertThat(rows()).isOne();
  }

  @Test
  void anAccessTokenAloneNeedsNoDatabase() {
    var alone = new Tokens(issue, () -> fail("a database"), () -> {});

    assertThat(verifier.verify(alone.access(ANN))).isEqualTo(ANN);
    assertThatThrownBy(() -> alone.access("Ann"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Sign-ins are of dev.covet.security.Me, not of java.lang.String");
  }

  @Test
  void noTokenIsInAText() {
    var pair = tokens.issue(ANN);

    assertThat(pair + " " + SignInKey.parse(pair.refreshToken()) + keys.keys())
        .doesNotContain(pair.refreshToken(), pair.accessToken());
  }

  @Test
  void manyRevokedSignInsAreForgottenWithTheirTokens() {
    revoked.add("a");
    clock.advance(Duration.ofMinutes(17));
    revoked.add("b");
    assertThat(revoked.has("a")).isTrue();
    clock.advance(Duration.ofMinutes(17));
    revoked.add("c");

    assertThat(revoked.has("a")).isFalse();
    assertThat(revoked.has("b")).isTrue();
  }
}
