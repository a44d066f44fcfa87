package org.eventops.persistence.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What this console calls itself: as a person set it, else the machine's name.
 *
 * @param machine the machine's
 */
public record DeviceName(String machine) {
    /** The setting that holds the name of this console. */
    public static final String SETTING = "device.name";

    /** By the names that systems give. */
    public static DeviceName ofMachine() {
        String name = System.getenv().getOrDefault("HOSTNAME", System.getenv("COMPUTERNAME"));
        return new DeviceName(name == null ? "eventops" : name);
    }

    public String read(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
            query.setString(1, SETTING);
            try (ResultSet rows = query.executeQuery()) {
                boolean set = rows.next() && !rows.getString(1).isBlank();
                return set ? rows.getString(1) : machine;
            }
        }
    }
}
