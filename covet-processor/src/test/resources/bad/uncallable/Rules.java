package tasks;

import dev.covet.api.Model;
import dev.covet.api.ReadOnly;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import java.io.IOException;

@Model
record Rules(int size) {
  @AssertTrue
  boolean within(int most) { // error: COV-118 within(...) has parameters
    return size <= most;
  }

  @AssertTrue
  static boolean always() { // error: COV-118 always(...) is static
    return true;
  }

  @AssertTrue
  boolean checked() throws IOException { // error: COV-118 checked(...) throws a checked exception
    return true;
  }

  @AssertFalse
  int number() { // error: COV-118 number(...) does not return a boolean
    return 1;
  }

  @ReadOnly
  <T> T any() { // error: COV-118 any(...) has type parameters
    throw new IllegalStateException();
  }

  @AssertTrue
  Boolean boxed() throws IllegalStateException {
    return true;
  }
}
