package drawing;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount, as a library would have it: no record, and nothing of Covet in it. */
public final class Money {
  private final BigDecimal amount;
  private final Currency currency;

  private Money(BigDecimal amount, Currency currency) {
    this.amount = amount;
    this.currency = currency;
  }

  /**
   * The amount of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Money parse(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("not like 12.50 EUR");
    }
    return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
