package org.eventops.sync.server;

import org.jspecify.annotations.Nullable;

/**
 * How a console proves who it is.
 *
 * @param role PostgreSQL's login role
 * @param secret what it logs in with
 * @param next what it is about to log in with: set while the secret is being changed, when the hub
 *     may know either
 */
public record HubLogin(String role, String secret, @Nullable String next) {
    HubLogin changing(String newSecret) {
        return new HubLogin(role, secret, newSecret);
    }

    HubLogin changed(String known) {
        return new HubLogin(role, known, null);
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "HubLogin[" + role + "]";
    }
}
