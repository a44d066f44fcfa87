package org.eventops.domain.unlock;

import java.util.List;

/**
 * What a person takes away when they begin a second factor; shown once and kept nowhere as it is.
 *
 * @param address which a telephone takes as a QR code; it holds the secret ({@code otpauth:})
 * @param spareCodes for when the telephone is lost, each good once
 */
public record Enrolment(String address, List<String> spareCodes) {
    public Enrolment {
        spareCodes = List.copyOf(spareCodes);
    }

    /** What is typed into a telephone that cannot read the address. */
    public String typedSecret() {
        return address.replaceAll(".*[?&]secret=|&.*", "");
    }

    /** Never the secret, which would end up in a log. */
    @Override
    public String toString() {
        return "Enrolment";
    }
}
