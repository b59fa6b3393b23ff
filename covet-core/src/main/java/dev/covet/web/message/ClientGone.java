package dev.covet.web.message;

/** The client went away before its request was answered; nobody reads the answer any more. */
public final class ClientGone extends RuntimeException {
  /** What the log and the metrics have for it; no client gets it. */
  public static final int STATUS = 499;

  private static final long serialVersionUID = 1;

  /** The error with what was going on. */
  public ClientGone(String message) {
    super(message);
  }

  /** The error with what was going on and what told of it. */
  public ClientGone(String message, Throwable cause) {
    super(message, cause);
  }
}
