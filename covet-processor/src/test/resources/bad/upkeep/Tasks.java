package tasks;

import dev.covet.api.CreatedAt;
import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.UpdatedAt;
import dev.covet.api.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

final class Tasks {
  @Table
  record Task(
      @Id long id,
      @Version int version, // error: COV-105 @Version does not apply to int
      @CreatedAt @Nullable Instant createdAt, // error: COV-105 @CreatedAt does not apply to Instant
      @UpdatedAt LocalDateTime updatedAt) {} // error: COV-105 @UpdatedAt does not apply to LocalDateTime

  @Table
  record Note(
      @Id long id,
      @Version long version,
      @Version long edition, // error: COV-105 A second @Version would always hold
      @CreatedAt Instant createdAt,
      @UpdatedAt Instant updatedAt) {}
}
