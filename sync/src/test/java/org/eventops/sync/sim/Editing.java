package org.eventops.sync.sim;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One local transaction, as a person's work makes it: rows are read, written, captured. */
public interface Editing {
    @Nullable Map<String, @Nullable Object> row(Key key);

    /** Whether nobody holds the natural key of these columns. */
    boolean free(String table, Map<String, @Nullable Object> columns);

    void insert(String table, Map<String, @Nullable Object> columns);

    void update(Key key, Map<String, @Nullable Object> columns);

    /**
     * @return false if something refers to it
     */
    boolean delete(Key key);

    /** A change the hub will not understand. */
    void nonsense(String table, UUID id, String column, Object value);
}
