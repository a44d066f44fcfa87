package org.eventops.sync.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in another order, still read only when one is asked for. */
final class Reordered extends AbstractList<Map<String, @Nullable Object>> {
    private final List<Map<String, @Nullable Object>> rows;
    private final int[] order;

    /**
     * @param order for each place, where its row stands in {@code rows}
     */
    Reordered(List<Map<String, @Nullable Object>> rows, int[] order) {
        this.rows = rows;
        this.order = order;
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public Map<String, @Nullable Object> get(int index) {
        return rows.get(order[index]);
    }
}
