package org.eventops.domain.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings in memory. */
public final class MemorySettings implements Settings {
    private final Map<String, String> kept = new TreeMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void put(String key, String value) {
        kept.put(key, value);
    }

    @Override
    public Map<String, String> under(String prefix) {
        Map<String, String> found = new TreeMap<>(kept);
        found.keySet().removeIf(key -> !key.startsWith(prefix));
        return found;
    }
}
