package org.eventops.domain.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What this console remembers of itself: theme, language, device name, import mappings. It is not
 * synced. Every method is called inside a transaction.
 */
public interface Settings {
    Optional<String> get(String key);

    void put(String key, String value);

    /** All settings whose key starts so. */
    Map<String, String> under(String prefix);
}
