package org.eventops.sync.server;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.HubConsole;

/**
 * What an administrator's console asks of its hub about the others. Each call opens a connection of
 * its own and closes it: calls are seldom, a person waits for them, and the exchange does not stand
 * behind them.
 */
public final class HubAdministration implements Consoles {
    private static final String TAKEN = "EO010";
    private static final String NOT_UNDERSTOOD = "EO011";
    private static final String NOT_ADMINISTRATOR = "EO003";

    private final HubAccess access;
    private final SecureRandom random;

    /**
     * @param access of this console, with the one secret that holds
     */
    public HubAdministration(HubAccess access, SecureRandom random) {
        this.access = access;
        this.random = random;
    }

    @Override
    public ListOutcome list() {
        return asked(connection -> new Listed(consoles(connection)), unasked -> unasked);
    }

    @Override
    public LetInOutcome letIn(Wanted wanted, Progress progress) {
        NewDevice device = new NewDevice(wanted.name(), wanted.role(), wanted.events());
        if (!device.hasGoodName()) {
            return new NotLetIn.BadName();
        }
        if (device.lacksEvents()) {
            return new NotLetIn.NeedsEvents();
        }
        return asked(connection -> letIn(connection, device, progress), unasked -> unasked);
    }

    private LetInOutcome letIn(Connection connection, NewDevice device, Progress progress)
            throws SQLException {
        Optional<HubConsole> holder = holder(connection, device.name());
        if (holder.isPresent()) {
            return new NotLetIn.NameTaken(holder.get());
        }
        if (progress.cancelled()) {
            return new NotLetIn.Cancelled();
        }
        try {
            return letIn(connection, made(connection, device), progress);
        } catch (SQLException e) {
            return refused(connection, device, e);
        }
    }

    private LetInOutcome refused(Connection connection, NewDevice device, SQLException e)
            throws SQLException {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return switch (state) {
            // Another administrator was faster.
            case TAKEN -> new NotLetIn.NameTaken(holder(connection, device.name()).orElseThrow());
            // The name and the role were looked at before, by the hub's own rules.
            case NOT_UNDERSTOOD -> new NotLetIn.NoEvent();
            default -> throw e;
        };
    }

    private Optional<HubConsole> holder(Connection connection, String name) throws SQLException {
        return consoles(connection).stream()
                .filter(each -> each.state() != HubConsole.State.OUT)
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private EnrolmentBundle made(Connection connection, NewDevice device) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement make =
                connection.prepareStatement(
                        "SELECT device, login, valid_until FROM sync.admin_create_device("
                                + Enrolling.VALUES
                                + ")")) {
            EnrolmentBundle bundle = enrolling(connection).made(device, make, random);
            connection.commit();
            return bundle;
        } finally {
            // After a commit there is nothing left to take back.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private LetInOutcome letIn(Connection connection, EnrolmentBundle bundle, Progress progress)
            throws SQLException {
        UUID id = bundle.access().device().id();
        String passphrase = Passphrase.made(random);
        String text = bundle.locked(passphrase.toCharArray(), random);
        if (progress.cancelled()) {
            takeOut(connection, id);
            return new NotLetIn.Cancelled();
        }
        Instant now = now(connection);
        HubConsole console = consoleOf(connection, id).orElseThrow();
        return new LetIn(
                new Enrolment(
                        console, text, passphrase, Duration.between(now, bundle.validUntil())));
    }

    private Enrolling enrolling(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT tenant_name, carry, seal_public, seal_private"
                                + " FROM sync.admin_tenant_keys()")) {
            ResultSet row = query.executeQuery();
            row.next();
            return new Enrolling(
                    access.hub(),
                    access.device().tenant(),
                    row.getString(1),
                    new TenantKeys(row.getString(2), row.getString(3), row.getString(4)));
        }
    }

    @Override
    public TakeOutOutcome takeOut(UUID console) {
        if (console.equals(access.device().id())) {
            return new NotTakenOut.ThisConsole();
        }
        return asked(connection -> out(connection, console), unasked -> unasked);
    }

    private TakeOutOutcome out(Connection connection, UUID console) throws SQLException {
        Optional<HubConsole> before = consoleOf(connection, console);
        if (before.isEmpty()) {
            return new NotTakenOut.Unknown();
        }
        if (before.get().state() == HubConsole.State.OUT) {
            return new NotTakenOut.AlreadyOut(before.get());
        }
        takeOut(connection, console);
        return new TakenOut(consoleOf(connection, console).orElseThrow());
    }

    /** Twice: somebody may have logged in while the first was being committed. */
    private static void takeOut(Connection connection, UUID console) throws SQLException {
        try (PreparedStatement revoke =
                connection.prepareStatement("SELECT sync.admin_revoke_device(?)")) {
            revoke.setObject(1, console);
            revoke.execute();
            revoke.execute();
        }
    }

    private Optional<HubConsole> consoleOf(Connection connection, UUID id) throws SQLException {
        return consoles(connection).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private List<HubConsole> consoles(Connection connection) throws SQLException {
        Instant now = now(connection);
        List<HubConsole> found = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM sync.admin_devices()")) {
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                found.add(console(Device.of(rows), now));
            }
        }
        return found;
    }

    private HubConsole console(Device device, Instant now) {
        return new HubConsole(
                device.id(),
                device.name(),
                device.role(),
                device.events(),
                state(device.state(now)),
                device.enrolled(),
                device.validUntil(),
                device.revoked(),
                device.id().equals(access.device().id()));
    }

    private static HubConsole.State state(Device.State state) {
        return switch (state) {
            case INVITED -> HubConsole.State.INVITED;
            case EXPIRED -> HubConsole.State.EXPIRED;
            case ENROLLED -> HubConsole.State.IN;
            case REVOKED -> HubConsole.State.OUT;
        };
    }

    private static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT clock_timestamp()")) {
            ResultSet row = query.executeQuery();
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Work over an open connection. */
    @FunctionalInterface
    private interface Work<T> {
        T done(Connection connection) throws SQLException;
    }

    private <T> T asked(Work<T> work, Function<Unasked, T> otherwise) {
        try (Connection connection = FirstConnection.connected(access, access.login().secret())) {
            return work.done(connection);
        } catch (SQLException e) {
            return otherwise.apply(unasked(e));
        }
    }

    private static Unasked unasked(SQLException e) {
        return NOT_ADMINISTRATOR.equals(e.getSQLState())
                ? new Unasked.NotAdministrator()
                : new Unasked.Failed(LoginProblem.of(e).trouble());
    }
}
