package rules;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;

/** Looks at the length and the country. */
public final class IbanValidator implements ConstraintValidator<Iban, CharSequence> {
  private int length;
  private List<String> countries = List.of();

  @Override
  public void initialize(Iban iban) {
    length = iban.length();
    countries = List.of(iban.countries());
  }

  @Override
  public boolean isValid(CharSequence value, ConstraintValidatorContext context) {
    if (value.toString().startsWith("XX")) {
      throw new IllegalArgumentException("nobody lives there");
    }
    return value.length() == length && countries.contains(value.subSequence(0, 2).toString());
  }
}
