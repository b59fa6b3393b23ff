package shop;

/** The bank does not answer: an exception of a library, which knows nothing of HTTP. */
public final class PaymentTimeout extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
