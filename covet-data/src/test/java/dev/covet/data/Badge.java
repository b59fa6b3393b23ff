package dev.covet.data;

import dev.covet.api.CreatedAt;
import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import dev.covet.api.UpdatedAt;
import dev.covet.api.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A badge of a hall, which its owner has until it is returned; columns of the server. */
@Table
@Unique(
    value = {"hall", "owner"},
    whereNull = "returnedAt")
@SuppressWarnings("ArrayRecordComponent") // nobody compares two badges
record Badge(
    @Id String hall,
    @Id int number,
    String owner,
    @Nullable Instant returnedAt,
    byte[] print,
    @Version long version,
    @CreatedAt Instant createdAt,
    @UpdatedAt Instant updatedAt) {
  static Badge of(String hall, int number, String owner) {
    return new Badge(hall, number, owner, null, new byte[] {1}, 0, Instant.EPOCH, Instant.EPOCH);
  }
}
