package org.eventops.sync.hub;

import java.sql.SQLException;
import java.util.Objects;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.eventops.sync.server.LoginProblem;
import org.jspecify.annotations.Nullable;

/** What an error of PostgreSQL means to an engine; the hub's own states are those of its schema. */
final class PgProblem {
    private PgProblem() {}

    static HubProblem of(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        Kind kind = kind(state);
        return kind == null
                ? LoginProblem.of(e)
                : new HubProblem(kind, state + " " + firstLine(e), e);
    }

    private static @Nullable Kind kind(String state) {
        return switch (state) {
            case "EO020" -> Kind.PROGRAM_TOO_OLD;
            case "EO021" -> Kind.HUB_TOO_OLD;
            case "EO022" -> Kind.OTHER_HISTORY;
            case "EO023" -> Kind.STRANGER;
            case "EO024" -> Kind.TOO_FAR_BEHIND;
            case "EO025", "EO026" -> Kind.BROKEN;
            // No TLS there, or another way to log in than was agreed: not the hub that was meant.
            case "08004" -> Kind.NOT_A_HUB;
            // A statement that was prepared is not there: somebody changes sessions in between.
            case "26000", "42P05" -> Kind.POOLER;
            case "40001", "40P01", "55P03", "57014", "57P04", "0A000" -> Kind.BUSY;
            default -> state.startsWith("53") || state.startsWith("57P") ? Kind.BUSY : null;
        };
    }

    private static String firstLine(SQLException e) {
        return Objects.toString(e.getMessage()).lines().findFirst().orElse("");
    }
}
