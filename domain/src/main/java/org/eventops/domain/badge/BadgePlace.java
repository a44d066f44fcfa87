package org.eventops.domain.badge;

import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.settings.Settings;

/** Where this console prints badges, and whether it does so when somebody is let in. */
public final class BadgePlace {
    private static final String OUTPUT = "print.badges.to";
    private static final String ON_ADMISSION = "print.badges.onAdmission.";

    private final Transactions transactions;
    private final Settings settings;
    private final Access access;

    public BadgePlace(Transactions transactions, Settings settings, Access access) {
        this.transactions = transactions;
        this.settings = settings;
        this.access = access;
    }

    /** The same for all events. */
    public BadgeOutput output() {
        return BadgeOutput.of(transactions.read(() -> settings.get(OUTPUT)).orElse(""));
    }

    /** Takes {@link Permission#SET_UP_CONSOLE}. */
    public void choose(BadgeOutput output) {
        access.needAnywhere(Permission.SET_UP_CONSOLE);
        put(OUTPUT, output.kept());
    }

    public boolean onAdmission(EventId event) {
        return transactions
                .read(() -> settings.get(ON_ADMISSION + event.value()))
                .map(Boolean::parseBoolean)
                .orElse(false);
    }

    /** Takes {@link Permission#SET_UP_CONSOLE}. */
    public void printOnAdmission(EventId event, boolean on) {
        access.need(Permission.SET_UP_CONSOLE, event);
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
