package org.eventops.domain.door;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eventops.domain.door.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The rules read lately, so that a scan does not parse; the same text is the same rule. */
final class RuleShelf {
    private static final int MOST = 64;

    private final Map<String, Rule> read =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Rule> eldest) {
                    return size() > MOST;
                }
            };

    synchronized Rule read(@Nullable String json) {
        return json == null ? Rule.read(null) : read.computeIfAbsent(json, Rule::read);
    }
}
