package dev.covet.cli.contract;

/** Why a contract could not be compared, as one sentence for the developer. */
final class ContractFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ContractFailure(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
