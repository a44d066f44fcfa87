package org.eventops.sync.server;

import java.io.EOFException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What it means that a console could not log in, or was refused by {@code sync.me()}. */
public final class LoginProblem {
    private LoginProblem() {}

    /** The problem with the server's state code and words in its detail; they hold no secret. */
    public static HubProblem of(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        String words = Objects.toString(e.getMessage()).lines().findFirst().orElse("");
        return new HubProblem(kind(e, state), state + " " + words, e);
    }

    private static Kind kind(SQLException e, String state) {
        if (isStranger(e)) {
            return Kind.NOT_A_HUB;
        }
        return switch (state) {
            case "28P01", "EO001" -> Kind.REFUSED;
            case "28000" -> isClosedRole(e) ? Kind.REVOKED : Kind.REFUSED;
            case "EO002" -> Kind.REVOKED;
            case "53300", "57P03", "25006", "57P01", "57P02" -> Kind.BUSY;
            // Somebody holds a lock for too long.
            case "40001", "40P01", "55P03", "57014" -> Kind.BUSY;
            case "08P01", "3D000" -> Kind.NOT_A_HUB;
            case "3F000", "42883", "42P01" -> Kind.HUB_TOO_OLD;
            default -> state.startsWith("08") ? Kind.UNREACHABLE : Kind.BROKEN;
        };
    }

    /**
     * A revoked device's role may no longer log in. A server that does not let this machine in says
     * the same code, from another place.
     */
    private static boolean isClosedRole(SQLException e) {
        ServerErrorMessage said =
                e instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return said != null && Objects.equals(said.getRoutine(), "InitializeSessionUserId");
    }

    /**
     * Whether what answers could not prove that it is the hub. A link that was cut meanwhile proves
     * nothing either way.
     */
    private static boolean isStranger(SQLException e) {
        boolean tls = false;
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SocketException || each instanceof EOFException) {
                return false;
            }
            tls |= each instanceof SSLException || isOfAnotherName(each);
        }
        return tls;
    }

    /** pgjdbc has no code for that, and its words are in the machine's language. */
    private static boolean isOfAnotherName(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .limit(3)
                .anyMatch(frame -> frame.getMethodName().equals("verifyPeerName"));
    }
}
