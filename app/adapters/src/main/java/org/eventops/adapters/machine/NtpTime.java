package org.eventops.adapters.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.TimeInfo;
import org.eventops.domain.readiness.NetworkTime;

/** The time as an NTP server has it (RFC 5905), half of the way there and back taken off. */
public final class NtpTime implements NetworkTime {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String POOL = "pool.ntp.org";

    private final String host;
    private final int port;

    /** Any server of the public pool. */
    public NtpTime() {
        this(POOL, NTPUDPClient.DEFAULT_PORT);
    }

    NtpTime(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Duration ahead() throws IOException {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setDefaultTimeout(PATIENCE);
            client.open();
            TimeInfo answer = client.getTime(InetAddress.getByName(host), port);
            answer.computeDetails();
            Long offset = answer.getOffset();
            if (offset == null) {
                throw new IOException("no time from " + host);
            }
            // What the server says this clock lacks, it is behind.
            return Duration.ofMillis(-offset);
        }
    }
}
