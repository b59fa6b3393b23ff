package shop;

final class Fees {
  private Fees() {}

  static int of(Payment payment) {
    return switch (payment) {
      case Payment.Cash cash -> cash.coins();
      case Payment.Card card -> card.number().length();
    };
  }
}
