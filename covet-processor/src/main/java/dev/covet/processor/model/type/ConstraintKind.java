package dev.covet.processor.model.type;

import dev.covet.processor.model.type.CheckCall.Argument;
import dev.covet.schema.EmailAddress;
import dev.covet.schema.Limit;
import dev.covet.schema.TimeOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The constraints of Jakarta Validation that Covet checks, one in each row: the annotation, what it
 * limits, the method of {@code base.problem.Constraints} that checks it (which has its code and its
 * text), and what documents, defaults and tables know of it. Everything else reads this table.
 */
public enum ConstraintKind {
  /** Not null; what is not {@code @Nullable} needs no such constraint. */
  NOT_NULL("NotNull", ConstraintFit.ANYTHING),

  /** A text with something else than white space. */
  NOT_BLANK("NotBlank", ConstraintFit.TEXT) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("notBlank");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.notBlank());
    }
  },

  /** A text, a list, a set, a map or an array that is not empty. */
  NOT_EMPTY("NotEmpty", ConstraintFit.SIZED) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("notEmpty");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.notEmpty());
    }
  },

  /** Length of a text in characters or number of elements, both ends allowed. */
  SIZE("Size", ConstraintFit.SIZED) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("size", says.whole("min"), says.whole("max"));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.size(says.number("min"), says.number("max")));
    }
  },

  /** A number at least this. */
  MIN("Min", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("min", says.whole("value"));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.atLeast(says.text("value")));
    }
  },

  /** A number at most this. */
  MAX("Max", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("max", says.whole("value"));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.atMost(says.text("value")));
    }
  },

  /** A number above zero. */
  POSITIVE("Positive", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("positive");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.above("0"));
    }
  },

  /** A number not below zero. */
  POSITIVE_OR_ZERO("PositiveOrZero", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("min", new Argument.Whole(0));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.atLeast("0"));
    }
  },

  /** A number below zero. */
  NEGATIVE("Negative", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("negative");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.below("0"));
    }
  },

  /** A number not above zero. */
  NEGATIVE_OR_ZERO("NegativeOrZero", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("max", new Argument.Whole(0));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.atMost("0"));
    }
  },

  /** A number at least (or above, if not inclusive) this decimal number. */
  DECIMAL_MIN("DecimalMin", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of(
          says.is("inclusive") ? "decimalMin" : "decimalAbove", says.decimal("value"));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(
          says.is("inclusive")
              ? Limit.atLeast(says.decimalText("value"))
              : Limit.above(says.decimalText("value")));
    }
  },

  /** A number at most (or below, if not inclusive) this decimal number. */
  DECIMAL_MAX("DecimalMax", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of(
          says.is("inclusive") ? "decimalMax" : "decimalBelow", says.decimal("value"));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(
          says.is("inclusive")
              ? Limit.atMost(says.decimalText("value"))
              : Limit.below(says.decimalText("value")));
    }
  },

  /** A number of at most so many digits before and after the point. */
  DIGITS("Digits", ConstraintFit.NUMBER) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("digits", says.whole("integer"), says.whole("fraction"));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.digits(says.number("integer"), says.number("fraction")));
    }
  },

  /** A text that the whole expression matches; flags go before it: {@code (?i)}. */
  PATTERN("Pattern", ConstraintFit.TEXT) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("pattern", new Argument.Regex(says.flags() + says.text("regexp")));
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.matches(says.flags() + says.text("regexp")));
    }
  },

  /** A text that is an address of e-mail, and that a further expression matches, if it has one. */
  EMAIL("Email", ConstraintFit.TEXT) {
    @Override
    CheckCall check(Says says) {
      return matchesAll(says)
          ? CheckCall.of("email")
          : CheckCall.of("email", new Argument.Regex(says.flags() + says.text("regexp")));
    }

    @Override
    List<Limit> limits(Says says) {
      return matchesAll(says)
          ? List.of(Limit.email())
          : List.of(Limit.email(), Limit.matches(says.flags() + says.text("regexp")));
    }

    private static boolean matchesAll(Says says) {
      return says.text("regexp").isEmpty() || says.text("regexp").equals(".*");
    }

    @Override
    public boolean refuses(String text, Instant now) {
      return !EmailAddress.isValid(text);
    }
  },

  /** Nothing but null. */
  NULL("Null", ConstraintFit.REFERENCE) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("isNull");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.isNull());
    }

    @Override
    public boolean refuses(String text, Instant now) {
      return true;
    }
  },

  /** The boolean that is true: a consent. */
  ASSERT_TRUE("AssertTrue", ConstraintFit.BOOLEAN) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("isTrue");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.is(true));
    }
  },

  /** The boolean that is false. */
  ASSERT_FALSE("AssertFalse", ConstraintFit.BOOLEAN) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("isFalse");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.is(false));
    }
  },

  /** Before now, or before today. */
  PAST("Past", ConstraintFit.TIME) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("past");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.said("Must be in the past."));
    }

    @Override
    public boolean refuses(String text, Instant now) {
      return order(text, now).filter(order -> order >= 0).isPresent();
    }
  },

  /** Not after now, or not after today. */
  PAST_OR_PRESENT("PastOrPresent", ConstraintFit.TIME) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("pastOrPresent");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.said("Must not be in the future."));
    }

    @Override
    public boolean refuses(String text, Instant now) {
      return order(text, now).filter(order -> order > 0).isPresent();
    }
  },

  /** After now, or after today. */
  FUTURE("Future", ConstraintFit.TIME) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("future");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.said("Must be in the future."));
    }

    @Override
    public boolean refuses(String text, Instant now) {
      return true; // what is written once is passed some day
    }
  },

  /** Not before now, or not before today. */
  FUTURE_OR_PRESENT("FutureOrPresent", ConstraintFit.TIME) {
    @Override
    CheckCall check(Says says) {
      return CheckCall.of("futureOrPresent");
    }

    @Override
    List<Limit> limits(Says says) {
      return List.of(Limit.said("Must not be in the past."));
    }

    @Override
    public boolean refuses(String text, Instant now) {
      return true;
    }
  };

  private final String annotation;
  private final ConstraintFit fit;

  ConstraintKind(String annotation, ConstraintFit fit) {
    this.annotation = annotation;
    this.fit = fit;
  }

  /** The constraint of an annotation, by its simple name. */
  public static Optional<ConstraintKind> of(String annotation) {
    return Arrays.stream(values()).filter(each -> each.annotation.equals(annotation)).findFirst();
  }

  /** The annotation's simple name: {@code Size}. */
  public String annotation() {
    return annotation;
  }

  ConstraintFit fit() {
    return fit;
  }

  /** What it limits, for messages: {@code a number}. */
  public String limited() {
    return fit.words();
  }

  /**
   * How one is checked.
   *
   * @param says what the annotation says
   */
  CheckCall check(Says says) {
    return CheckCall.NONE;
  }

  /** What data can say of one. */
  List<Limit> limits(Says says) {
    return List.of();
  }

  /** Whether it lets no default of a right type pass, or not this one, beside its limits. */
  public boolean refuses(String text, Instant now) {
    return false;
  }

  /** How a time compares to now: as at run time. */
  private static Optional<Integer> order(String text, Instant now) {
    return DefaultText.time(text).map(each -> TimeOrder.compare(each, now));
  }
}
