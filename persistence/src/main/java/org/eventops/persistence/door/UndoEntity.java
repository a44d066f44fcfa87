package org.eventops.persistence.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "scan_undo")
class UndoEntity extends Row {
    @Column(name = "scan_id")
    UUID scanId;

    Instant at;
    @Nullable String reason;
    @Nullable String operator;

    /** Given by the database, in the order of recording. */
    @Column(insertable = false, updatable = false)
    @Nullable Long recorded;
}
