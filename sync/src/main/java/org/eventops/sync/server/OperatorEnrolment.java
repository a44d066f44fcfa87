package org.eventops.sync.server;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.sync.server.HubOperator.Tenant;
import org.eventops.sync.server.OperatorProblem.Kind;

/** Makes a device and its bundle, inside the operator's transaction. */
final class OperatorEnrolment {
    private final Connection connection;
    private final SecureRandom random;

    OperatorEnrolment(Connection connection, SecureRandom random) {
        this.connection = connection;
        this.random = random;
    }

    EnrolmentBundle enroll(
            HubAddress address, Tenant tenant, String name, ConsoleRole role, List<String> slugs)
            throws SQLException, OperatorProblem {
        NewDevice device = new NewDevice(name, role, events(tenant, slugs));
        if (!device.hasGoodName()) {
            throw new OperatorProblem(Kind.BAD_NAME, name);
        }
        if (device.lacksEvents()) {
            throw new OperatorProblem(Kind.NEEDS_EVENT, role.word());
        }
        Enrolling enrolling = new Enrolling(address, tenant.id(), tenant.name(), keys(tenant));
        try (PreparedStatement make =
                connection.prepareStatement(
                        "SELECT device, login, valid_until FROM sync.enroll_device("
                                + Enrolling.VALUES
                                + ", of_tenant => ?, valid => interval '15 minutes')")) {
            make.setObject(5, tenant.id());
            return enrolling.made(device, make, random);
        }
    }

    private List<UUID> events(Tenant tenant, List<String> slugs)
            throws SQLException, OperatorProblem {
        if (slugs.isEmpty()) {
            return List.of();
        }
        Map<String, UUID> there = new TreeMap<>();
        slugs(connection, tenant).forEach((id, slug) -> there.put(slug, id));
        if (!there.keySet().containsAll(slugs)) {
            throw new OperatorProblem(
                    Kind.NO_EVENT, there.isEmpty() ? "-" : String.join(", ", there.keySet()));
        }
        return slugs.stream().distinct().map(there::get).toList();
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
