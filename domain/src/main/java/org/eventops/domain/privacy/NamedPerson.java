package org.eventops.domain.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the organisation works with.
 *
 * @param part {@link Part#PERSON}, {@link Part#STAFF} or {@link Part#SPONSOR}
 * @param role name of their {@link org.eventops.domain.access.Role}; a sponsor has none
 */
public record NamedPerson(
        Part part,
        UUID id,
        UUID scope,
        String name,
        @Nullable String email,
        @Nullable String role) {}
