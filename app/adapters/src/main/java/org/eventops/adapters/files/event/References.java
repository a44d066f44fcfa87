package org.eventops.adapters.files.event;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether what a file refers to is there, in it or in the store. */
final class References {
    private References() {}

    static void products(Fields f, String field, Collection<String> keys, Keyed<?> products) {
        keys.forEach(key -> one(f, field, key, products, "no_product"));
    }

    static void one(Fields f, String field, @Nullable String key, Keyed<?> known, String problem) {
        if (key != null && !key.isEmpty() && f.has(field) && !known.knows(key)) {
            f.problems().add(f.path() + "." + field, key, problem);
        }
    }
}
