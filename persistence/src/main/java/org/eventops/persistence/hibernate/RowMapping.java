package org.eventops.persistence.hibernate;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a domain value is kept in a row.
 *
 * @param create makes an empty row
 * @param value reads the value out of a row
 * @param put writes a value into a row; must set every column but id, tenant and scope
 * @param key the value's natural key within its scope
 */
public record RowMapping<E extends Row, V>(
        Class<E> type,
        Supplier<E> create,
        Function<E, V> value,
        BiConsumer<V, E> put,
        Function<V, String> key) {}
