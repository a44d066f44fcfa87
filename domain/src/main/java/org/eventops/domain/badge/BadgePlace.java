package org.eventops.domain.badge;

import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.settings.Settings;

/** Where this console prints badges, and whether it does so when somebody is let in. */
public final class BadgePlace {
    private static final String OUTPUT = "print.badges.to";
    private static final String ON_ADMISSION = "print.badges.onAdmission.";

    private final Transactions transactions;
    private final Settings settings;

    public BadgePlace(Transactions transactions, Settings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The same for all events. */
    public BadgeOutput output() {
        return BadgeOutput.of(transactions.read(() -> settings.get(OUTPUT)).orElse(""));
    }

    public void choose(BadgeOutput output) {
        put(OUTPUT, output.kept());
    }

    public boolean onAdmission(EventId event) {
        return transactions
                .read(() -> settings.get(ON_ADMISSION + event.value()))
                .map(Boolean::parseBoolean)
                .orElse(false);
    }

    public void printOnAdmission(EventId event, boolean on) {
        put(ON_ADMISSION + event.value(), Boolean.toString(on));
    }

    private void put(String key, String value) {
        transactions.write(
                () -> {
                    settings.put(key, value);
                    return value;
                });
    }
}
