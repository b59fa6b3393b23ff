/** A program of its own asks Covet for nothing. */
void main() {
  IO.println("Hello");
}
