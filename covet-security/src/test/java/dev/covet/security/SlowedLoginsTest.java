package dev.covet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S3.sec.login, security.md A7: who guesses is slowed down, and nobody is locked out. */
class SlowedLoginsTest {
  private static final Secret GOOD = Secret.of("correct horse battery");
  private static final PasswordSettings SETTINGS =
      new PasswordSettings("bcrypt", 4, 8, "refuse", 64);

  /** An account of a test. */
  record Account(String name, Secret hash) {}

  private final List<Duration> waits = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Clock clock = clock(now::get);
  private final DeviceKey key = new DeviceKey(new DeviceKey.Of(null));

  @AutoClose private final Passwords passwords = Passwords.pausing(SETTINGS, clock, waits::add);

  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  @Test
  void whoGuessesIsSlowedDownAndTheOwnerStillGetsIn() {
    var ann = Optional.of(new Account("Ann", passwords.hash(GOOD)));
    for (var i = 0; i < 12; i++) fail("ann@example.org", ann);

    assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000));
    assertThat(passwords.check(" ANN@example.org", () -> ann, Account::hash, GOOD))
        .isSameAs(ann.get());
    assertThat(waits).hasSize(3);
    fail("ann@example.org", ann);
    assertThat(waits).hasSize(3);
  }

  @Test
  void anAccountThatDoesNotExistIsSlowedDownToo() {
    for (var i = 0; i < 40; i++) fail("nobody", Optional.empty());

    assertThat(waits).hasSize(30).endsWith(Duration.ofSeconds(5));
    now.set(now.get().plus(Duration.ofMinutes(15)));
    fail("nobody", Optional.empty());
    assertThat(waits).hasSize(30);
  }

  /** Those that begin before the first has failed are counted, too. */
  @Test
  void guessesThatComeAtOnceAreSlowedDownAsThoseInTurn() {
    var all = new ArrayList<Duration>();
    var attempts = new LoginAttempts(clock);
    var place = attempts.place("ann@example.org");
    for (var i = 0; i < 12; i++) all.add(attempts.begin(place));

    assertThat(all.subList(0, 10)).containsOnly(Duration.ZERO);
    assertThat(all.subList(10, 12)).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  /** A storm is nobody's failure. */
  @Test
  void aLoginThatNobodyHasLookedAtIsNotCounted() {
    for (var i = 0; i < 30; i++) {
      assertThatThrownBy(() -> passwords.check("ann", SlowedLoginsTest::away, Account::hash, GOOD))
          .isInstanceOf(Unavailable.class);
    }
    assertThat(waits).isEmpty();
  }

  private static Optional<Account> away() {
    throw new Unavailable("The database is away");
  }

  /** security.md A7: what others do to an account is nothing to a device that is known. */
  @Test
  void aKnownDeviceIsCountedByItself() {
    var ann = Optional.of(new Account("Ann", passwords.hash(GOOD)));
    var phone = signedIn(ann, device(""));
    var laptop = signedIn(ann, device(""));
    for (var i = 0; i < 30; i++) fail("ann@example.org", ann);
    waits.clear();

    assertThat(signedIn(ann, device(phone))).isEqualTo(phone);
    assertThat(waits).isEmpty();
    for (var i = 0; i < 11; i++) fail(device(phone));
    assertThat(waits).containsExactly(Duration.ofMillis(500));
    assertThat(signedIn(ann, device(laptop))).isEqualTo(laptop);
    assertThat(waits).hasSize(1);
  }

  @Test
  void whatIsNoDeviceOfTheAccountIsSlowedDownAsEverybody() {
    var ann = Optional.of(new Account("Ann", passwords.hash(GOOD)));
    var anns = signedIn(ann, device(""));
    var others = new DeviceKey(new DeviceKey.Of(Secret.of("x".repeat(32)))).of("ann@example.org");
    for (var i = 0; i < 10; i++) fail("ann@example.org", ann);
    for (var each : List.of("", "A".repeat(64), "!".repeat(64), key.of("bob"), others)) {
      fail(device(each));
    }

    assertThat(waits).hasSize(5);
    assertThat(new DeviceKey(new DeviceKey.Of(Secret.EMPTY)).fits(anns, "ann@example.org"))
        .isFalse();
    fail(device(anns));
    assertThat(waits).hasSize(5);
    assertThatThrownBy(() -> device(anns).cookie()).isInstanceOf(IllegalStateException.class);
  }

  private Device device(String cookie) {
    return Device.saying(cookie, passwords, key);
  }

  private static String signedIn(Optional<Account> who, Device device) {
    assertThat(device.check(" Ann@Example.org", () -> who, Account::hash, GOOD))
        .isSameAs(who.orElseThrow());
    return device.cookie().value();
  }

  private static void fail(Device device) {
    assertThatThrownBy(() -> device.check("ann@example.org", Optional::empty, Account::hash, GOOD))
        .isInstanceOf(Unauthorized.class);
  }

  /** Who knows the old password does not sign in behind whoever has just replaced it. */
  @Test
  void aPasswordThatIsReplacedDuringTheWaitLetsNobodyIn() {
    var found = new AtomicReference<>(new Account("Ann", passwords.hash(GOOD)));
    var next = new Account("Ann", passwords.hash(Secret.of("another horse")));
    var slow = Passwords.pausing(SETTINGS, clock, _ -> found.set(next));
    try (slow) {
      for (var i = 0; i < 10; i++) {
        assertThat(caught(slow, () -> Optional.empty())).isNotNull();
      }
      assertThat(caught(slow, () -> Optional.of(found.get()))).isNotNull();
    }
  }

  private static Unauthorized caught(Passwords slow, Supplier<Optional<Account>> find) {
    return catchThrowableOfType(
        Unauthorized.class, () -> slow.check("ann", find, Account::hash, GOOD));
  }

  private void fail(String account, Optional<Account> found) {
    assertThatThrownBy(() ->
            passwords.check(account, () -> found, Account::hash, Secret.of("wrong horse battery")))
        .isInstanceOf(Unauthorized.class);
  }
}
