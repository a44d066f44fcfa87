package org.eventops.domain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.audit.AuditLine.Link;
import org.eventops.domain.audit.AuditLine.What;
import org.jspecify.annotations.Nullable;

/** Hangs lines into their chain: SHA-256 of all that a line says and of the line before. */
public final class AuditSeal {
    /** The digest of no details. */
    static final String NOTHING = "";

    private AuditSeal() {}

    /**
     * @param before the line before in the chain; null for the first
     * @param salt any text that nobody can guess, unless there are no details
     */
    public static AuditLine next(
            UUID id,
            What what,
            @Nullable String details,
            @Nullable String salt,
            int chain,
            @Nullable Link before) {
        long number = before == null ? 1 : before.number() + 1;
        String previous = before == null ? "" : before.hash();
        Link open = new Link(chain, number, digest(details, salt), previous, "");
        AuditLine line = new AuditLine(id, what, details, salt, open);
        return new AuditLine(id, what, details, salt, closed(open, hash(line)));
    }

    private static Link closed(Link open, String hash) {
        return new Link(open.chain(), open.number(), open.digest(), open.previous(), hash);
    }

    static String digest(@Nullable String details, @Nullable String salt) {
        return details == null ? NOTHING : sha256(parts(List.of(String.valueOf(salt), details)));
    }

    static String hash(AuditLine line) {
        What what = line.what();
        Link link = line.link();
        return sha256(
                parts(
                        List.of(
                                line.id(),
                                link.chain(),
                                link.number(),
                                what.at(),
                                what.who(),
                                what.device(),
                                what.scope(),
                                what.deed(),
                                what.table(),
                                Objects.requireNonNullElse(what.row(), ""),
                                what.changed(),
                                link.digest(),
                                link.previous())));
    }

    /** Each with its length before it, so that nothing can move from one into the next. */
    private static String parts(List<?> values) {
        return values.stream()
                .map(Object::toString)
                .map(each -> each.length() + ":" + each)
                .collect(Collectors.joining("|"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
