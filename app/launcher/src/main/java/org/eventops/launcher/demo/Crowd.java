package org.eventops.launcher.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.eventops.domain.ticketing.Attendee;

/**
 * Makes people who do not exist, and codes that are not taken. {@link Random} is used because its
 * numbers are the same on every machine and in every version of Java.
 */
public final class Crowd {
    private static final String CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final String ORDER_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ3789";
    private static final int CODE_LENGTH = 14;
    private static final int ORDER_LENGTH = 5;
    private static final List<String> GIVEN = Table.lines("given_names");
    private static final List<String> SURNAMES = Table.lines("surnames");
    private static final List<String> COMPANIES = Table.lines("companies");

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    public Crowd(Random random) {
        this.random = random;
    }

    /** Somebody with two surnames, as people have here; some leave mail, phone or company out. */
    public Attendee attendee(boolean mail) {
        String given = one(GIVEN);
        String surname = one(SURNAMES);
        String name = given + " " + surname + (chance(60) ? " " + one(SURNAMES) : "");
        return new Attendee(
                name,
                mail || chance(55) ? mail(given, surname) : null,
                chance(70) ? phone() : null,
                chance(18) ? one(COMPANIES) : null);
    }

    String ticketCode() {
        return free(CODE_LETTERS, CODE_LENGTH);
    }

    String orderCode() {
        return free(ORDER_LETTERS, ORDER_LENGTH);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String mail(String given, String surname) {
        return ascii(given) + "." + ascii(surname) + random.nextInt(1000) + "@example.com";
    }

    /** A block of numbers that the operator has not handed out. */
    private String phone() {
        return "+57 300 000 %04d".formatted(random.nextInt(10_000));
    }

    private String free(String letters, int length) {
        String code;
        do {
            StringBuilder made = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                made.append(letters.charAt(random.nextInt(letters.length())));
            }
            code = made.toString();
        } while (!taken.add(code));
        return code;
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
