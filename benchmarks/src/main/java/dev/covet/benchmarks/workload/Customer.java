package dev.covet.benchmarks.workload;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** Who orders. */
public record Customer(
    @Size(min = 1, max = 100) String name, @Email String email, @Min(0) @Max(150) int age) {}
