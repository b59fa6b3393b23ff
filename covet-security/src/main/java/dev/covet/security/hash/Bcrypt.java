package dev.covet.security.hash;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Hashes of bcrypt, as {@code $2a$10$} and 53 characters. It looks at 72 bytes of a password, and
 * not behind a NUL; {@link PasswordRules} lets neither come here.
 *
 * @param cost the base-2 logarithm of the rounds, 4 to 31
 */
public record Bcrypt(int cost) implements HashMethod {
  private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Longest password, in bytes of UTF-8. */
  static final int BYTES_MAX = 72;

  /** Most rounds that a stored hash may ask for, so that nobody waits for one of 31. */
  private static final int COST_MAX = 16;

  @Override
  public String hash(byte[] password) {
    return BCrypt.hashpw(password, BCrypt.gensalt(cost, RANDOM));
  }

  @Override
  public boolean matches(byte[] password, String hash) {
    return BCrypt.checkpw(password, hash);
  }

  @Override
  public boolean made(String hash) {
    return costOf(hash) > 0;
  }

  @Override
  public boolean isCurrent(String hash) {
    return costOf(hash) == cost;
  }

  /** 0 for what is no such hash, or one that nobody would wait for. */
  private static int costOf(String hash) {
    var form = FORM.matcher(hash);
    if (!form.matches()) return 0;
    var cost = Integer.parseInt(form.group(1));
    return cost >= 4 && cost <= COST_MAX ? cost : 0;
  }

  @Override
  public String ofNobody() {
    return ofNobody(cost);
  }

  @Override
  public String ofNobodyLike(String hash) {
    return ofNobody(costOf(hash));
  }

  private static String ofNobody(int cost) {
    return "$2a$%s%s$".formatted(cost < 10 ? "0" : "", cost) + ".".repeat(53);
  }
}
