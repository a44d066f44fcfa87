package org.eventops.sync.server;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.eventops.domain.unlock.StoreKey;
import org.jspecify.annotations.Nullable;

/** Bundles to try things with. */
final class Samples {
    static final SecureRandom RANDOM = new SecureRandom();
    static final StoreKey KEY = StoreKey.random(RANDOM);
    static final Instant UNTIL = Instant.parse("2026-11-21T10:15:00Z");

    private Samples() {}

    static HubAccess access(@Nullable String authority) {
        return new HubAccess(
                new HubAddress(
                        "hub.example.org",
                        5432,
                        "eventops",
                        HubAddress.Tls.VERIFIED,
                        true,
                        authority),
                new DeviceIdentity(
                        UUID.fromString("0199d2a4-1111-7abc-8def-000000000001"),
                        "puerta-2",
                        "door",
                        UUID.fromString("0199d2a4-2222-7abc-8def-000000000002"),
                        "Teatro Central de la Ciudad"),
                new HubLogin("d_4b1c9e0a7f2d4c58", Secret.made(RANDOM), null),
                TenantKeys.made(RANDOM).withoutSealPrivate());
    }
}
