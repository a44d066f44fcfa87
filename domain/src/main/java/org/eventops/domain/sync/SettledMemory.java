package org.eventops.domain.sync;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.settings.Settings;
import org.jspecify.annotations.Nullable;

/** What stood before this console settled a conflict, so that it can be put back exactly. */
final class SettledMemory {
    private static final String PREFIX = "sync.settled.";

    private final Settings settings;

    SettledMemory(Settings settings) {
        this.settings = settings;
    }

    void keep(UUID conflict, @Nullable Object value) {
        settings.put(PREFIX + conflict, ColumnJson.write(value).toString());
    }

    /** Empty when this console did not settle it. */
    Optional<JsonElement> of(UUID conflict) {
        return settings.get(PREFIX + conflict)
                .filter(each -> !each.isEmpty())
                .map(JsonParser::parseString);
    }

    void forget(UUID conflict) {
        if (of(conflict).isPresent()) {
            settings.put(PREFIX + conflict, "");
        }
    }
}
