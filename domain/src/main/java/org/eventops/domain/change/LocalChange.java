package org.eventops.domain.change;

import java.util.Set;
import java.util.UUID;

/**
 * What one committed transaction touched, whoever wrote it: this window, an import, sync.
 *
 * @param feature which part of the business
 * @param scopes the events whose rows changed; empty means the organisation's own rows
 */
public record LocalChange(Feature feature, Set<UUID> scopes) {
    public LocalChange {
        scopes = Set.copyOf(scopes);
    }
}
