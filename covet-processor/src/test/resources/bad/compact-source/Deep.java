static final class Around {
  @dev.covet.api.Model
  record Task(String title) {} // error: COV-126 Task is in a compact source file
}

void main() {}
