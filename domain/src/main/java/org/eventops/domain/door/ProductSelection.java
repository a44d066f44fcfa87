package org.eventops.domain.door;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** All products of an event, or some of them by key. */
public record ProductSelection(boolean all, SortedSet<String> keys) {
    public static final ProductSelection ALL = new ProductSelection(true, new TreeSet<>());

    public ProductSelection {
        keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    public static ProductSelection of(Collection<String> keys) {
        return new ProductSelection(false, new TreeSet<>(keys));
    }

    public boolean contains(String product) {
        return all || keys.contains(product);
    }
}
