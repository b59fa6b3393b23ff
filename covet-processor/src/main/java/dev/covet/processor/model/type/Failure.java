package dev.covet.processor.model.type;

import java.util.function.Supplier;

/** Something that must not happen while a class is read or code is made for it. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TypeName type;

  private Failure(TypeName type, Throwable cause) {
    super(cause);
    this.type = type;
  }

  /**
   * What a piece of work gives.
   *
   * @param type the class that it is done for
   * @throws Failure if anything is thrown; one that names a class already stays as it is
   */
  public static <T> T in(TypeName type, Supplier<T> work) {
    try {
      return work.get();
    } catch (Failure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new Failure(type, e);
    }
  }

  /** The class that was in work. */
  public TypeName type() {
    return type;
  }
}
