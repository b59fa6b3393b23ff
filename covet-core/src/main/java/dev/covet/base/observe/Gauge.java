package dev.covet.base.observe;

import java.util.function.DoubleSupplier;

/** A value that goes up and down, read when it is asked for. Safe for use by many threads. */
final class Gauge implements Series {
  private final Id id;
  private volatile DoubleSupplier value = () -> 0;

  Gauge(Id id) {
    this.id = id;
  }

  void reads(DoubleSupplier newValue) {
    value = newValue;
  }

  @Override
  public double value() {
    return value.getAsDouble();
  }

  @Override
  public Metric read() {
    return new Metric.Level(id.name(), id.labels(), value());
  }
}
