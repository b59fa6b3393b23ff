package dev.covet.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may call an operation.
 *
 * @param open whether all may, as it says itself
 * @param signedIn whether somebody must be signed in, whoever it is
 * @param needed the principals of which each must be signed in
 * @param wanted the principals that it asks for and that may be absent
 * @param scopes what a principal that is signed in must be allowed, each of these
 * @param apart whether each of those who are signed in must be told from all others
 */
public record CallerAccess(
    boolean open,
    boolean signedIn,
    List<Class<?>> needed,
    List<Class<?>> wanted,
    List<String> scopes,
    boolean apart) {
  /** Of an operation that says nothing of its callers. */
  public static final CallerAccess NONE =
      new CallerAccess(false, false, List.of(), List.of(), List.of(), false);

  /** Of an operation that says that all may call it. */
  public static final CallerAccess PUBLIC =
      new CallerAccess(true, false, List.of(), List.of(), List.of(), false);

  /** Of an operation that needs somebody who is signed in, whoever it is. */
  public static final CallerAccess SIGNED_IN =
      new CallerAccess(false, true, List.of(), List.of(), List.of(), false);

  /** Copies the lists. */
  public CallerAccess {
    needed = List.copyOf(needed);
    wanted = List.copyOf(wanted);
    scopes = List.copyOf(scopes);
  }

  /** This, and a principal must be signed in. */
  public CallerAccess needing(Class<?> principal) {
    return new CallerAccess(
        open, signedIn, plus(needed, List.of(principal)), wanted, scopes, apart);
  }

  /** This, and a principal is asked for that may be absent. */
  public CallerAccess wanting(Class<?> principal) {
    return new CallerAccess(
        open, signedIn, needed, plus(wanted, List.of(principal)), scopes, apart);
  }

  /** This, and who is signed in must have these scopes. */
  public CallerAccess allowed(String... words) {
    return new CallerAccess(open, signedIn, needed, wanted, plus(scopes, List.of(words)), apart);
  }

  /** This, and what is kept for one who is signed in is for nobody else. */
  public CallerAccess toldApart() {
    return new CallerAccess(open, signedIn, needed, wanted, scopes, true);
  }

  /** This, open to all as far as it needs nobody. */
  public CallerAccess opened() {
    return new CallerAccess(true, signedIn, needed, wanted, scopes, apart);
  }

  /** This behind a guard that needs what the other rule says. */
  public CallerAccess and(CallerAccess guard) {
    return new CallerAccess(
        open,
        signedIn || guard.signedIn,
        plus(needed, guard.needed),
        plus(wanted, guard.wanted),
        plus(scopes, guard.scopes),
        apart || guard.apart);
  }

  /** Whether nobody is let through who is not signed in. */
  public boolean isStrict() {
    return signedIn || !needed.isEmpty() || !scopes.isEmpty();
  }

  /** Whether it asks who sends a request. */
  public boolean asks() {
    return isStrict() || !wanted.isEmpty();
  }

  private static <T> List<T> plus(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
