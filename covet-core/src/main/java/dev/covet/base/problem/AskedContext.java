package dev.covet.base.problem;

import dev.covet.schema.MessageText;
import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ValidationException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a validator is given beside the value: it says here what is wrong with it. */
final class AskedContext implements ConstraintValidatorContext {
  private final Place at;
  private final String code;
  private final String message;
  private final Map<String, String> says;
  private final List<Runnable> told = new ArrayList<>(0);
  private boolean tellsMessage = true;

  /**
   * For one value.
   *
   * @param says what stands for names in braces of the validator's messages
   */
  AskedContext(Place at, String code, String message, Map<String, String> says) {
    this.at = at;
    this.code = code;
    this.message = message;
    this.says = says;
  }

  /** The value is not valid: adds its problems, one at least. */
  void tell() {
    if (tellsMessage || told.isEmpty()) at.problem(code, message);
    told.forEach(Runnable::run);
  }

  void add(String template, List<Object> path) {
    told.add(() -> at.below(path).problem(code, MessageText.filled(template, says)));
  }

  @Override
  public void disableDefaultConstraintViolation() {
    tellsMessage = false;
  }

  /** Its placeholders are filled in already. */
  @Override
  public String getDefaultConstraintMessageTemplate() {
    return MessageText.escaped(message);
  }

  /** The time of the app where the value was just sent, else that of the machine. */
  @Override
  public ClockProvider getClockProvider() {
    var now = at.now();
    return () -> now == null ? Clock.systemUTC() : Clock.fixed(now, ZoneOffset.UTC);
  }

  @Override
  public ConstraintViolationBuilder buildConstraintViolationWithTemplate(String messageTemplate) {
    return new BuiltProblem(this, messageTemplate);
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    if (type.isInstance(this)) return type.cast(this);
    throw new ValidationException("This context is no " + type.getName());
  }
}
