package org.eventops.sync.server;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.sync.server.OperatorProblem.Kind;

/**
 * What the owner of a hub's database does: prepares it, adds organisations, lets devices in and
 * takes them out. One connection; not for several threads.
 */
public final class HubOperator implements AutoCloseable {
    /** What devices can be; the order is the one people read. */
    public static final List<String> ROLES =
            Arrays.stream(ConsoleRole.values()).map(ConsoleRole::word).toList();

    private final OperatorUrl url;
    private final Connection connection;
    private final SecureRandom random;

    private HubOperator(OperatorUrl url, Connection connection, SecureRandom random) {
        this.url = url;
        this.connection = connection;
        this.random = random;
    }

    /**
     * @throws OperatorProblem {@code UNREACHABLE}, {@code REFUSED}, {@code FAILED}, {@code
     *     SERVER_TOO_OLD}
     */
    public static HubOperator at(OperatorUrl url, SecureRandom random) throws OperatorProblem {
        try {
            DriverManager.setLoginTimeout(20);
            Connection connection = DriverManager.getConnection(url.jdbc());
            if (connection.getMetaData().getDatabaseMajorVersion() < 16) {
                String version = connection.getMetaData().getDatabaseProductVersion();
                connection.close();
                throw new OperatorProblem(Kind.SERVER_TOO_OLD, version);
            }
            return new HubOperator(url, connection, random);
        } catch (SQLException e) {
            throw OperatorSql.problem(e, url);
        }
    }

    /** An organisation. */
    public record Tenant(UUID id, String name) {}

    /**
     * Prepares the database, or brings it up to this program; again and again, if need be. Lays all
     * rights anew.
     *
     * @return how many steps were missing
     * @throws OperatorProblem {@code MAY_NOT}, {@code PROGRAM_TOO_OLD}, {@code FAILED}
     */
    public int init() throws OperatorProblem {
        return HubMigrations.bring(url, connection);
    }

    /**
     * After a restore from a backup: every console asks anew, and hands over again what it was told
     * the hub had. To be called once, after {@link #init} and before consoles come back.
     *
     * @return how many organisations there are
     */
    public int restored() throws OperatorProblem {
        return transaction(
                () -> {
                    try (PreparedStatement each =
                            prepared("SELECT sync.bump_epoch(id) FROM sync.tenant")) {
                        int tenants = 0;
                        for (ResultSet rows = each.executeQuery(); rows.next(); ) {
                            tenants++;
                        }
                        return tenants;
                    }
                });
    }

    /**
     * Adds an organisation and makes its keys.
     *
     * @throws OperatorProblem {@code TENANT_TAKEN}, {@code BAD_NAME}, {@code NOT_READY}
     */
    public Tenant addTenant(String name) throws OperatorProblem {
        if (name.isBlank() || name.length() > 200 || !name.strip().equals(name)) {
            throw new OperatorProblem(Kind.BAD_NAME, name);
        }
        return transaction(
                () -> {
                    if (find(name).isPresent()) {
                        throw new OperatorProblem(Kind.TENANT_TAKEN, name);
                    }
                    UUID id = UUID.randomUUID();
                    update("INSERT INTO sync.tenant (id, name) VALUES (?, ?)", id, name);
                    TenantKeys keys = TenantKeys.made(random);
                    update(
                            "INSERT INTO sync.tenant_key VALUES (?, ?, ?, ?)",
                            id,
                            keys.carry(),
                            keys.sealPublic(),
                            String.valueOf(keys.sealPrivate()));
                    return new Tenant(id, name);
                });
    }

    /**
     * @param nameOrId as people write it
     * @throws OperatorProblem {@code NO_TENANT}, {@code NOT_READY}
     */
    public Tenant tenant(String nameOrId) throws OperatorProblem {
        return transaction(
                () ->
                        find(nameOrId)
                                .orElseThrow(() -> new OperatorProblem(Kind.NO_TENANT, nameOrId)));
    }

    /**
     * How many days without the hub lock the organisation's consoles.
     *
     * @param days at least 1
     */
    public void lockAfter(Tenant tenant, int days) throws OperatorProblem {
        transaction(
                () -> {
                    update("UPDATE sync.tenant SET away_days = ? WHERE id = ?", days, tenant.id());
                    return tenant;
                });
    }

    /**
     * Lets a device in: makes its role, and the bundle to hand over.
     *
     * @param role one of {@link #ROLES}
     * @param slugs of the events it is for; none means all that its role may see
     * @throws OperatorProblem {@code DEVICE_TAKEN}, {@code BAD_NAME}, {@code NO_ROLE}, {@code
     *     NO_EVENT}, {@code NEEDS_EVENT}, {@code NOT_PROTECTED}, {@code BAD_AUTHORITY}
     */
    public EnrolmentBundle enroll(Tenant tenant, String name, String role, List<String> slugs)
            throws OperatorProblem {
        ConsoleRole known =
                ConsoleRole.of(role)
                        .orElseThrow(
                                () -> new OperatorProblem(Kind.NO_ROLE, String.join(", ", ROLES)));
        HubAddress address = url.address();
        return transaction(
                () ->
                        new OperatorEnrolment(connection, random)
                                .enroll(address, tenant, name, known, slugs));
    }

    /**
     * Takes a device out: it is refused from its next statement on, and its sessions end.
     *
     * @throws OperatorProblem {@code NO_DEVICE}
     */
    public Device revoke(Tenant tenant, String nameOrId) throws OperatorProblem {
        Device device =
                devices(tenant).stream()
                        .filter(each -> each.isCalled(nameOrId))
                        .min(Device.IN_USE_FIRST)
                        .orElseThrow(() -> new OperatorProblem(Kind.NO_DEVICE, nameOrId));
        transaction(
                () -> {
                    call("SELECT sync.revoke_device(?, ?)", tenant.id(), device.id());
                    return device;
                });
        // Whoever logged in while that was being committed.
        return transaction(
                () -> {
                    call("SELECT sync.revoke_device(?, ?)", tenant.id(), device.id());
                    return device;
                });
    }

    /** All devices of an organisation, also those that were taken out; by name. */
    public List<Device> devices(Tenant tenant) throws OperatorProblem {
        return transaction(
                () -> {
                    List<Device> found = new ArrayList<>();
                    try (PreparedStatement query =
                            prepared("SELECT * FROM sync.devices_of(?)", tenant.id())) {
                        ResultSet rows = query.executeQuery();
                        while (rows.next()) {
                            found.add(Device.of(rows));
                        }
                    }
                    return found;
                });
    }

    /** Slugs of the events that the hub knows of an organisation, by their ids. */
    public Map<UUID, String> slugs(Tenant tenant) throws OperatorProblem {
        return transaction(() -> OperatorEnrolment.slugs(connection, tenant));
    }

    /** Host, port and database, for people. */
    public String place() {
        return url.place() + "/" + url.database();
    }

    private Optional<Tenant> find(String nameOrId) throws SQLException {
        try (PreparedStatement query =
                prepared(
                        "SELECT id, name FROM sync.tenant WHERE name = ? OR id::text = lower(?)",
                        nameOrId,
                        nameOrId)) {
            ResultSet rows = query.executeQuery();
            return rows.next()
                    ? Optional.of(new Tenant(rows.getObject(1, UUID.class), rows.getString(2)))
                    : Optional.empty();
        }
    }

    private void call(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.execute();
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private <T> T transaction(OperatorSql.Work<T> work) throws OperatorProblem {
        return OperatorSql.transaction(connection, url, work);
    }

    @Override
    public void close() throws OperatorProblem {
        try {
            connection.close();
        } catch (SQLException e) {
            throw OperatorSql.problem(e, url);
        }
    }
}
