import dev.covet.api.Provides;

@Provides
static StringBuilder text() { // error: COV-126 text(...) is in a compact source file
  return new StringBuilder();
}

void main() {}
