package org.eventops.sync.server;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.sync.server.HubOperator.Tenant;
import org.eventops.sync.server.OperatorProblem.Kind;

/** Makes a device and its bundle, inside the operator's transaction. */
final class OperatorEnrolment {
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}";

    private final Connection connection;
    private final SecureRandom random;

    OperatorEnrolment(Connection connection, SecureRandom random) {
        this.connection = connection;
        this.random = random;
    }

    EnrolmentBundle enroll(
            HubAddress address, Tenant tenant, String name, String role, List<String> slugs)
            throws SQLException, OperatorProblem {
        if (!name.matches(NAME)) {
            throw new OperatorProblem(Kind.BAD_NAME, name);
        }
        if (slugs.isEmpty() && List.of("venue", "sponsor", "vendor", "team").contains(role)) {
            throw new OperatorProblem(Kind.NEEDS_EVENT, role);
        }
        UUID[] events = events(tenant, slugs);
        TenantKeys keys = keys(tenant);
        String secret = Secret.made(random);
        try (PreparedStatement make =
                connection.prepareStatement(
                        "SELECT device, login, valid_until FROM sync.enroll_device(?, ?, ?, ?, ?,"
                                + " interval '15 minutes')")) {
            make.setObject(1, tenant.id());
            make.setString(2, name);
            make.setString(3, role);
            make.setArray(4, connection.createArrayOf("uuid", events));
            make.setString(5, ScramVerifier.of(secret, random));
            ResultSet made = make.executeQuery();
            made.next();
            Instant until = made.getObject(3, OffsetDateTime.class).toInstant();
            HubAccess access =
                    new HubAccess(
                            address,
                            new DeviceIdentity(
                                    made.getObject(1, UUID.class),
                                    name,
                                    role,
                                    tenant.id(),
                                    tenant.name()),
                            new HubLogin(made.getString(2), secret, null),
                            role.equals("admin") ? keys : keys.withoutSealPrivate());
            return new EnrolmentBundle(access, until);
        }
    }

    private UUID[] events(Tenant tenant, List<String> slugs) throws SQLException, OperatorProblem {
        if (slugs.isEmpty()) {
            return new UUID[0];
        }
        Map<String, UUID> there = new TreeMap<>();
        slugs(connection, tenant).forEach((id, slug) -> there.put(slug, id));
        if (!there.keySet().containsAll(slugs)) {
            throw new OperatorProblem(
                    Kind.NO_EVENT, there.isEmpty() ? "-" : String.join(", ", there.keySet()));
        }
        return slugs.stream().distinct().map(there::get).toArray(UUID[]::new);
    }

    static Map<UUID, String> slugs(Connection connection, Tenant tenant) throws SQLException {
        Map<UUID, String> slugs = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id, slug FROM sync.event WHERE tenant = ?")) {
            query.setObject(1, tenant.id());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                slugs.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return slugs;
    }

    private TenantKeys keys(Tenant tenant) throws SQLException, OperatorProblem {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT carry, seal_public, seal_private FROM sync.tenant_key"
                                + " WHERE tenant = ?")) {
            query.setObject(1, tenant.id());
            ResultSet rows = query.executeQuery();
            if (!rows.next()) {
                throw new OperatorProblem(Kind.NO_TENANT, tenant.name());
            }
            return new TenantKeys(rows.getString(1), rows.getString(2), rows.getString(3));
        }
    }
}
