package org.eventops.sync.server;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eventops.domain.sync.ConsoleRole;

/**
 * Makes a device's secret, has the hub make the device, and puts its bundle together. The secret
 * itself goes nowhere but into the bundle.
 */
record Enrolling(HubAddress hub, UUID tenant, String tenantName, TenantKeys keys) {
    /** The first four values of whichever function makes the device. */
    static final String VALUES = "called => ?, may => ?, events => ?, new_verifier => ?";

    /**
     * @param make gives {@code device, login, valid_until}; lacks only {@link #VALUES}
     */
    EnrolmentBundle made(NewDevice device, PreparedStatement make, SecureRandom random)
            throws SQLException {
        String secret = Secret.made(random);
        make.setString(1, device.name());
        make.setString(2, device.role().word());
        make.setArray(
                3,
                make.getConnection().createArrayOf("uuid", device.events().toArray(UUID[]::new)));
        make.setString(4, ScramVerifier.of(secret, random));
        ResultSet row = make.executeQuery();
        row.next();
        return new EnrolmentBundle(
                new HubAccess(
                        hub,
                        identity(device, row.getObject("device", UUID.class)),
                        new HubLogin(row.getString("login"), secret, null),
                        device.role() == ConsoleRole.ADMIN ? keys : keys.withoutSealPrivate()),
                row.getObject("valid_until", OffsetDateTime.class).toInstant());
    }

    private DeviceIdentity identity(NewDevice device, UUID id) {
        return new DeviceIdentity(id, device.name(), device.role().word(), tenant, tenantName);
    }
}
