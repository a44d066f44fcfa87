package org.eventops.console.feature.door;

import java.util.List;
import org.eventops.domain.door.Verdict;

/**
 * What is heard of a verdict. Verdicts after which a steward does the same sound the same; good
 * ones are high and bad ones low, and each has a number of beeps of its own.
 */
public enum DoorSound {
    WELCOME,
    GOODBYE,
    AGAIN,
    QUESTION,
    PAYMENT,
    ELSEWHERE,
    REFUSED,
    FAILURE;

    static final float RATE = 22_050;
    private static final double REST = 0.05;
    private static final double EDGE = 0.008;
    private static final double LOUDEST = 0.9;

    /**
     * @param pitch hertz
     * @param seconds how long
     */
    private record Beep(double pitch, double seconds) {}

    private List<Beep> beeps() {
        return switch (this) {
            case WELCOME -> List.of(new Beep(880, 0.16));
            case GOODBYE -> List.of(new Beep(880, 0.09), new Beep(587, 0.12));
            case AGAIN -> List.of(new Beep(520, 0.11), new Beep(520, 0.11));
            case QUESTION -> List.of(new Beep(440, 0.09), new Beep(554, 0.09), new Beep(659, 0.12));
            case PAYMENT -> List.of(new Beep(330, 0.11), new Beep(440, 0.11), new Beep(330, 0.11));
            case ELSEWHERE -> List.of(new Beep(294, 0.22), new Beep(220, 0.22));
            case REFUSED -> List.of(new Beep(220, 0.11), new Beep(220, 0.11), new Beep(220, 0.11));
            case FAILURE -> List.of(new Beep(165, 0.6));
        };
    }

    public static DoorSound of(Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> WELCOME;
            case EXITED -> GOODBYE;
            case ALREADY_IN -> AGAIN;
            case ANSWERS_REQUIRED, AMBIGUOUS -> QUESTION;
            case UNPAID, UNAPPROVED -> PAYMENT;
            case WRONG_PRODUCT, WRONG_DATE, WRONG_EVENT, NOT_YET_VALID, EXPIRED, RULE_REFUSED ->
                    ELSEWHERE;
            case CANCELED, BLOCKED, REVOKED, UNKNOWN_TICKET, BAD_SIGNATURE -> REFUSED;
            case ERROR -> FAILURE;
        };
    }

    /**
     * As 16 bit samples, little endian, one channel, {@link #RATE} a second.
     *
     * @param volume percent
     */
    byte[] samples(int volume) {
        List<Beep> beeps = beeps();
        int length = beeps.stream().mapToInt(each -> frames(each.seconds() + REST)).sum();
        byte[] samples = new byte[2 * length];
        int from = 0;
        for (Beep beep : beeps) {
            write(beep, samples, from, LOUDEST * volume * volume / 10_000);
            from += frames(beep.seconds() + REST);
        }
        return samples;
    }

    private static void write(Beep beep, byte[] samples, int from, double strength) {
        int length = frames(beep.seconds());
        for (int i = 0; i < length; i++) {
            double edge = Math.min(1, Math.min(i, length - i) / (EDGE * RATE));
            double wave = Math.sin(2 * Math.PI * beep.pitch() * i / RATE);
            short sample = (short) (strength * edge * wave * Short.MAX_VALUE);
            samples[2 * (from + i)] = (byte) sample;
            samples[2 * (from + i) + 1] = (byte) (sample >> 8);
        }
    }

    private static int frames(double seconds) {
        return (int) (seconds * RATE);
    }
}
