package dev.covet.security.hash;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of Argon2id (RFC 9106) by Bouncy Castle, in the form of the reference implementation:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
public record Argon2() implements HashMethod {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final String PARAMETERS =
      "$argon2id$v=19$m=%s,t=%s,p=1$".formatted(MEMORY_KIB, ITERATIONS);

  /**
   * The method, if its library is there.
   *
   * @throws IllegalStateException if it is not
   */
  public static Argon2 checked() {
    try {
      new Argon2BytesGenerator();
      return new Argon2();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "PASSWORD_HASH=argon2id needs Bouncy Castle. Add the dependency org.bouncycastle:bcprov-jdk18on.",
          e);
    }
  }

  @Override
  public String hash(byte[] password) {
    var salt = SecretBytes.random(SALT_BYTES);
    return PARAMETERS
        + text(salt)
        + "$"
        + text(hash(password, new Cost(MEMORY_KIB, 2, 1), salt, HASH_BYTES));
  }

  /** How much work a hash is. */
  private record Cost(int memoryKib, int iterations, int lanes) {}

  private static byte[] hash(byte[] password, Cost cost, byte[] salt, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    var hash = new byte[length];
    generator.generateBytes(password, hash);
    return hash;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean matches(byte[] password, String hash) {
    var form = FORM.matcher(hash);
    if (!form.matches()) return false;
    var cost =
        new Cost(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)));
    var expected = Base64.getDecoder().decode(form.group(5));
    var salt = Base64.getDecoder().decode(form.group(4));
    return MessageDigest.isEqual(expected, hash(password, cost, salt, expected.length));
  }

  @Override
  public boolean made(String hash) {
    return FORM.matcher(hash).matches();
  }

  @Override
  public boolean isCurrent(String hash) {
    return hash.startsWith(PARAMETERS);
  }

  @Override
  public String ofNobody() {
    return ofNobody(PARAMETERS);
  }

  @Override
  public String ofNobodyLike(String hash) {
    var salt = hash.lastIndexOf('$', hash.lastIndexOf('$') - 1);
    return ofNobody(hash.substring(0, salt + 1));
  }

  private static String ofNobody(String parameters) {
    return parameters + text(new byte[SALT_BYTES]) + "$" + text(new byte[HASH_BYTES]);
  }
}
