package org.eventops.domain.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody is told from everybody else.
 *
 * @param value folded, so that two ways of writing the same are equal
 */
public record Subject(Kind kind, String value) {
    /** Of national numbers this much is the same with and without the country's code. */
    private static final int NATIONAL_DIGITS = 10;

    private static final int SHORTEST_PHONE = 7;

    /** What kind of a thing the value is. */
    public enum Kind {
        EMAIL,
        /** The last ten digits of a phone number, or all if it has fewer. */
        PHONE,
        /** The code of a ticket: it names nobody who could be written to, or is asked for alone. */
        TICKET,
        /** The name of somebody who works or worked here. */
        STAFF
    }

    /** Empty if it is no e-mail address. */
    public static Optional<Subject> email(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String folded =
                Normalizer.normalize(typed, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return EmailAddress.FORM.matcher(folded).matches()
                ? Optional.of(new Subject(Kind.EMAIL, folded))
                : Optional.empty();
    }

    /** Empty if it is no phone number: letters in it, or fewer than seven digits. */
    public static Optional<Subject> phone(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (Character.isLetter(c)) {
                return Optional.empty();
            }
        }
        int from = Math.max(0, digits.length() - NATIONAL_DIGITS);
        return digits.length() < SHORTEST_PHONE
                ? Optional.empty()
                : Optional.of(new Subject(Kind.PHONE, digits.substring(from)));
    }

    /** An e-mail address or a phone number; empty if it is neither. */
    public static Optional<Subject> contact(String typed) {
        return email(typed).or(() -> phone(typed));
    }

    static Subject ticket(String code) {
        return new Subject(Kind.TICKET, code);
    }

    static Subject staff(String name) {
        return new Subject(Kind.STAFF, name);
    }

    /**
     * What tells this subject again at one event without saying who it is. Another event has
     * another: whoever was forgotten there may come back here.
     */
    public String digest(UUID event) {
        try {
            byte[] bytes = (event + "\n" + kind + "\n" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
