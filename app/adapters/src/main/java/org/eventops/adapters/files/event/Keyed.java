package org.eventops.adapters.files.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Things under their keys: what a file names, and what the store has besides. */
final class Keyed<V> {
    private final Map<String, V> stored;
    private final Map<String, V> named = new LinkedHashMap<>();

    Keyed(List<V> stored, Function<V, String> key) {
        this.stored = stored.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    @Nullable V stored(String key) {
        return stored.get(key);
    }

    /** Adds what the file names; a second one of the same key is a problem. */
    void name(Fields fields, String keyField, String key, V value) {
        if (named.putIfAbsent(key, value) != null) {
            fields.refuse(keyField, "duplicate");
        }
    }

    boolean knows(String key) {
        return named.containsKey(key) || stored.containsKey(key);
    }

    @Nullable V get(String key) {
        V value = named.get(key);
        return value == null ? stored.get(key) : value;
    }

    List<V> named() {
        return List.copyOf(named.values());
    }

    boolean names(String key) {
        return named.containsKey(key);
    }
}
