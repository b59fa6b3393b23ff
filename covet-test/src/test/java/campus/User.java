package campus;

import dev.covet.api.Column;
import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Table;
import dev.covet.api.Unique;

/** A row whose names are words of SQL. */
@Table
@Unique({"order", "group"})
public record User(
    @Id long id, @Index long order, @Column("select") String group, long rowid, long value) {}
