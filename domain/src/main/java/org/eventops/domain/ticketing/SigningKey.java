package org.eventops.domain.ticketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public half of an event's ticket-signing key.
 *
 * @param publicKey Base64
 * @param retired from when on codes signed with it are refused
 */
public record SigningKey(String id, String publicKey, @Nullable Instant retired) {}
