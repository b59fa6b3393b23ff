package dev.covet.benchmarks.workload;

import dev.covet.api.Column;
import dev.covet.api.Id;
import dev.covet.api.Table;

/** A row with a random number. */
@Table
public record World(@Id int id, @Column("randomnumber") int randomNumber) {}
