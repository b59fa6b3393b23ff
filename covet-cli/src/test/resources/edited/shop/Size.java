package shop;

public enum Size {
  SMALL,
  BIG
}
