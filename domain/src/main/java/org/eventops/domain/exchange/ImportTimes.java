package org.eventops.domain.exchange;

import java.time.Instant;
import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.settings.Settings;

/** When an event was last brought in from a file, on this console. */
public final class ImportTimes {
    private static final String PREFIX = "import.last.";

    private final Transactions transactions;
    private final Settings settings;

    public ImportTimes(Transactions transactions, Settings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * @param event its slug
     */
    public Optional<Instant> last(String event) {
        return transactions.read(() -> settings.get(PREFIX + event)).map(Instant::parse);
    }

    void note(String event, Instant at) {
        transactions.write(
                () -> {
                    settings.put(PREFIX + event, at.toString());
                    return at;
                });
    }
}
