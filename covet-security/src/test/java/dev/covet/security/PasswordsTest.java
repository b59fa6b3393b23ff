package dev.covet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.base.observe.Metrics;
import dev.covet.security.hash.Argon2;
import dev.covet.security.hash.Bcrypt;
import dev.covet.security.hash.EvenTimes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3.sec.hash, S3.sec.strength, S1.cpu.hash; D29, D46; security.md A5, A6, A7. */
class PasswordsTest {
  private static final Secret GOOD = Secret.of("correct horse battery");

  /** A user of a test. */
  record Person(String name, Secret hash) {}

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @AutoClose private final Passwords passwords = made(settings("bcrypt", 4, "refuse", 64));

  private static PasswordSettings settings(String method, int cost, String common, int queue) {
    return new PasswordSettings(method, cost, 8, common, queue);
  }

  private static Passwords made(PasswordSettings settings) {
    return new Passwords(settings, CLOCK, new Metrics());
  }

  private static String problem(Runnable setting) {
    var invalid = catchThrowableOfType(Invalid.class, setting::run);
    return invalid.problems().stream().map(Problem::code).findFirst().orElseThrow();
  }

  @Test
  void aPasswordIsKnownByItsHash() {
    var hash = passwords.hash(GOOD);

    assertThat(hash.value()).startsWith("$2a$04$").hasSize(60);
    assertThat(passwords.matches(GOOD, hash)).isTrue();
    assertThat(passwords.matches(Secret.of("correct horse batterY"), hash)).isFalse();
    assertThat(passwords.hash(GOOD)).isNotEqualTo(hash);
  }

  /** A vector of jBCrypt. */
  @Test
  void hashesOfOtherProgramsAreKnown() {
    var theirs = Secret.of("$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i");

    assertThat(passwords.matches(Secret.of("abc"), theirs)).isTrue();
    assertThat(passwords.matches(Secret.of("abd"), theirs)).isFalse();
    assertThat(passwords.needsRehash(theirs)).isTrue();
  }

  @Test
  void argonIsASettingAndOldHashesStayGood() {
    var old = passwords.hash(GOOD);
    try (var argon = made(settings("argon2id", 4, "refuse", 64))) {
      var hash = argon.hash(GOOD);

      assertThat(hash.value()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(argon.matches(GOOD, hash)).isTrue();
      assertThat(argon.matches(Secret.of("another one"), hash)).isFalse();
      assertThat(argon.matches(GOOD, old)).isTrue();
      assertThat(argon.needsRehash(old)).isTrue();
      assertThat(argon.needsRehash(hash)).isFalse();
      assertThat(argon.needsRehash(argon.rehash(GOOD))).isFalse();
    }
  }

  @Test
  void aHashOfAnotherCostIsToBeMadeAnew() {
    try (var dearer = made(settings("bcrypt", 5, "refuse", 64))) {
      assertThat(dearer.needsRehash(passwords.hash(GOOD))).isTrue();
      assertThat(dearer.needsRehash(dearer.hash(GOOD))).isFalse();
    }
  }

  /** Making marks normal takes time as the square of their number: minutes for a body of 1 MB. */
  @Test
  @Timeout(300)
  void whatIsFarTooLongIsRefusedBeforeItIsMadeNormal() {
    var marks = Secret.of("\u0300".repeat(250_000) + "\u0323".repeat(250_000));

    assertThat(problem(() -> passwords.hash(marks))).isEqualTo("too_long");
    assertThat(passwords.matches(marks, passwords.hash(GOOD))).isFalse();
    assertThat(new LoginAttempts(CLOCK).place(marks.value())).isNotNegative();
  }

  @Test
  void seventyTwoBytesAreTakenAndOneMoreIsRefusedNotCut() {
    var longest = "äöüßéèàñç".repeat(4);
    var hash = passwords.hash(Secret.of(longest));

    assertThat(passwords.matches(Secret.of(longest), hash)).isTrue();
    assertThat(problem(() -> passwords.hash(Secret.of(longest + "x")))).isEqualTo("too_long");
    assertThat(passwords.matches(Secret.of(longest + "x"), hash)).isFalse();
  }

  @Test
  void aNulIsRefusedWhenItIsSetAndFitsNothingAtLogin() {
    var hash = passwords.hash(Secret.of("longenough"));

    assertThat(problem(() -> passwords.hash(Secret.of("longenough\0more")))).isEqualTo("bad_text");
    assertThat(passwords.matches(Secret.of("longenough\0"), hash)).isFalse();
    assertThat(problem(() -> passwords.hash(Secret.of("longenough\uD800")))).isEqualTo("bad_text");
    assertThat(passwords.matches(Secret.of("longenough\uDC00"), hash)).isFalse();
  }

  /** NFC, never NFKC: a ligature is not its letters. */
  @Test
  void oneTextTypedOnTwoKeyboardsIsOnePassword() {
    var hash = passwords.hash(Secret.of("Zu\u0308rich-Zoo\u0301"));

    assertThat(passwords.matches(Secret.of("Z\u00FCrich-Zo\u00F3"), hash)).isTrue();
    var ligature = passwords.hash(Secret.of("e\uFB03cient zoo"));
    assertThat(passwords.matches(Secret.of("efficient zoo"), ligature)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password", "Password1", "P@ssw0rd", "passw0rd!", "password2026", "12345678", "87654321",
        "qwertyuiop", "1q2w3e4r", "1qaz2wsx", "iloveyou", "sunshine1", "princess", "football",
        "baseball", "superman", "trustno1", "letmein123", "welcome1!", "aaaaaaaa", "abcabcabc",
        "abcdefgh", "11111111", "123password", "changeme", "zxcvbnm,.",
      })
  void theCommonestAreRefused(String password) {
    assertThat(problem(() -> passwords.hash(Secret.of(password)))).isEqualTo("too_common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sunshine in my tea", "kR7-plum", "passwordless!", "tasks and cats", "q8#vLw2z"})
  void othersAreTaken(String password) {
    assertThat(passwords.hash(Secret.of(password)).isEmpty()).isFalse();
  }

  @Test
  void whoWantsACommonOneMaySoSet() {
    try (var lax = made(settings("bcrypt", 4, "allow", 64))) {
      assertThat(lax.matches(Secret.of("password"), lax.hash(Secret.of("password")))).isTrue();
    }
  }

  @Test
  void theOwnersAddressIsNoPassword() {
    var problem =
        problem(
            () -> passwords.hash("user.password", Secret.of("Ann@Example.org"), "ann@example.org"));

    assertThat(problem).isEqualTo("too_common");
    assertThat(problem(() -> passwords.hash(Secret.of("short")))).isEqualTo("too_short");
  }

  /** A weak password is a 422 at its own place, and its text is nowhere in the error. */
  @Test
  void theProblemIsAtTheFieldAndDoesNotShowThePassword() {
    assertThatThrownBy(() -> passwords.hash("user.password", Secret.of("Tr0ub4d")))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.problems().getFirst().location())
                  .containsExactly("body", "user", "password");
              assertThat(e.problems().toString()).doesNotContain("Tr0ub4d");
            });
  }

  @Test
  void anUnknownUserIsAnsweredAsAWrongPasswordIs() {
    var ann = new Person("Ann", passwords.hash(GOOD));
    var wrong = Secret.of("wrong horse battery");

    assertThat(passwords.check(Optional.of(ann), Person::hash, GOOD)).isSameAs(ann);
    var known = caught(Optional.of(ann), wrong);
    var unknown = caught(Optional.empty(), wrong);
    var nobody = caught(Optional.of(new Person("Bob", Secret.EMPTY)), wrong);
    assertThat(List.of(known.message(), unknown.message(), nobody.message()))
        .containsOnly("Wrong name or password");
  }

  private Unauthorized caught(Optional<Person> found, Secret password) {
    return catchThrowableOfType(
        Unauthorized.class, () -> passwords.check(found, Person::hash, password));
  }

  /**
   * Without a hash it would be over a thousand times as fast. The goal {@code enumeration} of the
   * benchmarks measures it closely, as no test can on a machine with much else to do.
   */
  @ParameterizedTest
  @ValueSource(strings = {"bcrypt", "argon2id"})
  void whoeverFailsWaitsForAHash(String method) {
    try (var usual = made(settings(method, 7, "refuse", 64));
        var before = made(settings("bcrypt", 4, "refuse", 64))) {
      var now = found(usual.hash(GOOD));
      var old = found(before.hash(GOOD));
      nanos(usual, old); // what is met once is known
      var times = new long[4][5];
      for (var i = 0; i < 5; i++) {
        times[0][i] = nanos(usual, now);
        times[1][i] = nanos(usual, old);
        times[2][i] = nanos(usual, found(Secret.EMPTY));
        times[3][i] = nanos(usual, Optional.empty());
      }

      var least = Stream.of(times).map(PasswordsTest::least).toList();
      assertThat(least).allMatch(each -> each > Collections.max(least) / 20);
    }
  }

  private static Optional<Person> found(Secret hash) {
    return Optional.of(new Person("Ann", hash));
  }

  /** Others on a busy machine make single times longer, and none shorter. */
  private static long least(long... nanos) {
    return LongStream.of(nanos).min().orElseThrow();
  }

  private static long nanos(Passwords usual, Optional<Person> found) {
    var wrong = Secret.of("wrong horse battery");
    var begun = System.nanoTime();
    assertThatThrownBy(() -> usual.check(found, Person::hash, wrong))
        .isInstanceOf(Unauthorized.class);
    return System.nanoTime() - begun;
  }

  /** What does not depend on how long a machine takes: the same hashes for all who fail. */
  @Test
  void whoeverFailsWaitsForOneHashOfEachKind() {
    var kinds = new EvenTimes("usual");

    assertThat(kinds.besides("")).containsExactly("usual");
    assertThat(kinds.besides("old")).containsExactly("usual");
    assertThat(kinds.besides("")).containsExactly("usual", "old");
    assertThat(kinds.besides("usual")).containsExactly("old");
    for (var i = 0; i < 9; i++) kinds.besides("kind" + i);
    assertThat(kinds.besides("")).hasSize(4);
  }

  @Test
  void whatNobodyHasIsAHashOfTheSameCost() {
    assertThat(new Bcrypt(10).made(new Bcrypt(10).ofNobody())).isTrue();
    assertThat(new Bcrypt(10).isCurrent(new Bcrypt(10).ofNobody())).isTrue();
    assertThat(new Bcrypt(4).matches(new byte[] {1}, new Bcrypt(4).ofNobody())).isFalse();
    assertThat(new Argon2().made(new Argon2().ofNobody())).isTrue();
    assertThat(new Argon2().isCurrent(new Argon2().ofNobody())).isTrue();
    assertThat(new Bcrypt(10).ofNobodyLike(new Bcrypt(4).hash(new byte[] {1})))
        .isEqualTo(new Bcrypt(4).ofNobody());
    assertThat(new Argon2().ofNobodyLike(new Argon2().hash(new byte[] {1})))
        .isEqualTo(new Argon2().ofNobody());
  }

  @Test
  void aHashThatNobodyWouldWaitForIsNone() {
    var endless = Secret.of(passwords.hash(GOOD).value().replace("$04$", "$31$"));

    assertThat(passwords.matches(GOOD, endless)).isFalse();
  }

  /** security.md A6: what does not fit into the queue is a 503 at once. */
  @Test
  void aStormIsTurnedAway() throws InterruptedException {
    try (var narrow = made(settings("bcrypt", 12, "refuse", 1))) {
      var count = Runtime.getRuntime().availableProcessors() + 8;
      var begun = new CountDownLatch(count);
      var refused = new CountDownLatch(1);
      for (var i = 0; i < count; i++) {
        Thread.ofVirtual().start(() -> hashOrCount(narrow, begun, refused));
      }
      begun.await();
      refused.await();
    }
  }

  private static void hashOrCount(Passwords narrow, CountDownLatch begun, CountDownLatch refused) {
    begun.countDown();
    try {
      narrow.hash(GOOD);
    } catch (Unavailable e) {
      refused.countDown();
    } catch (java.util.concurrent.CancellationException _) {
      // it waited when the test was over
    }
  }

  @Test
  void noPasswordIsInAText() {
    assertThat(new Person("Ann", GOOD).toString()).doesNotContain("horse");
  }
}
