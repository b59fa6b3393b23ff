package dev.covet.benchmarks.workload;

import java.math.BigDecimal;

/** An order, the number of its lines, and what it costs. */
public record Receipt(Order order, int count, BigDecimal total) {}
