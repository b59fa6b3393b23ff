package dev.covet.cli.document;

/** Why a contract could not be compared, as one sentence for the developer. */
public final class ContractFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public ContractFailure(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
