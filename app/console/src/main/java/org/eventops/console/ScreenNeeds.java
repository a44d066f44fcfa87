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
import org.eventops.domain.access.Permission;

/** What a screen is of no use without; those that are not named are for everybody. */
final class ScreenNeeds {
    private static final Map<String, Permission> NEEDED =
            Map.ofEntries(
                    Map.entry(EventListScreen.KEY, Permission.SEE_EVENTS),
                    Map.entry(EventScreen.KEY, Permission.SEE_EVENTS),
                    Map.entry(DoorScreen.KEY, Permission.CHECK_IN),
                    Map.entry(CountsScreen.KEY, Permission.SEE_EVENTS),
                    Map.entry(BadgeScreen.KEY, Permission.PRINT_BADGES),
                    Map.entry(TicketsScreen.KEY, Permission.ISSUE_TICKETS),
                    Map.entry(ReadinessScreen.KEY, Permission.CHECK_IN),
                    Map.entry(RehearsalScreen.KEY, Permission.REHEARSE),
                    Map.entry(AuditScreen.KEY, Permission.SEE_AUDIT),
                    Map.entry(PrivacyScreen.KEY, Permission.KEEP_PRIVACY),
                    Map.entry(ImportScreen.KEY, Permission.IMPORT),
                    Map.entry(HealthScreen.KEY, Permission.SET_UP_CONSOLE),
                    Map.entry(DoorSetupScreen.KEY, Permission.SET_UP_CONSOLE));

    private ScreenNeeds() {}

    static Optional<Permission> of(String titleKey) {
        return Optional.ofNullable(NEEDED.get(titleKey));
    }
}
