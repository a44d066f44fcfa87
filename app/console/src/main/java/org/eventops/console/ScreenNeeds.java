package org.eventops.console;

import java.util.Map;
import java.util.Optional;
import org.eventops.console.feature.audit.AuditScreen;
import org.eventops.console.feature.badge.BadgeScreen;
import org.eventops.console.feature.counts.CountsScreen;
import org.eventops.console.feature.door.DoorScreen;
import org.eventops.console.feature.door.setup.DoorSetupScreen;
import org.eventops.console.feature.event.EventListScreen;
import org.eventops.console.feature.event.EventScreen;
import org.eventops.console.feature.exchange.ImportScreen;
import org.eventops.console.feature.health.HealthScreen;
import org.eventops.console.feature.privacy.PrivacyScreen;
import org.eventops.console.feature.readiness.ReadinessScreen;
import org.eventops.console.feature.rehearsal.RehearsalScreen;
import org.eventops.console.feature.ticket.TicketsScreen;
import org.eventops.console.shell.Permits;
import org.eventops.domain.access.Permission;

/** What a screen is of no use without; those that are not named are for everybody. */
final class ScreenNeeds {
    private static final Map<String, Need> NEEDED =
            Map.ofEntries(
                    Map.entry(EventListScreen.KEY, at(Permission.SEE_EVENTS)),
                    Map.entry(EventScreen.KEY, at(Permission.SEE_EVENTS)),
                    Map.entry(DoorScreen.KEY, at(Permission.CHECK_IN)),
                    Map.entry(CountsScreen.KEY, at(Permission.SEE_EVENTS)),
                    Map.entry(BadgeScreen.KEY, at(Permission.PRINT_BADGES)),
                    Map.entry(TicketsScreen.KEY, at(Permission.ISSUE_TICKETS)),
                    Map.entry(ReadinessScreen.KEY, at(Permission.CHECK_IN)),
                    Map.entry(RehearsalScreen.KEY, everywhere(Permission.REHEARSE)),
                    Map.entry(AuditScreen.KEY, everywhere(Permission.SEE_AUDIT)),
                    Map.entry(PrivacyScreen.KEY, everywhere(Permission.KEEP_PRIVACY)),
                    Map.entry(ImportScreen.KEY, everywhere(Permission.IMPORT)),
                    Map.entry(HealthScreen.KEY, at(Permission.SET_UP_CONSOLE)),
                    Map.entry(DoorSetupScreen.KEY, at(Permission.SET_UP_CONSOLE)));

    private ScreenNeeds() {}

    /**
     * @param wide whether a role at one event is not enough
     */
    private record Need(Permission permission, boolean wide) {}

    private static Need at(Permission permission) {
        return new Need(permission, false);
    }

    private static Need everywhere(Permission permission) {
        return new Need(permission, true);
    }

    static boolean met(String titleKey, Permits permits) {
        return Optional.ofNullable(NEEDED.get(titleKey))
                .map(
                        need ->
                                need.wide()
                                        ? permits.mayEverywhere(need.permission())
                                        : permits.mayAnywhere(need.permission()))
                .orElse(true);
    }
}
