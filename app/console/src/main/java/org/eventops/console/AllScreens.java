package org.eventops.console;

import java.time.ZoneId;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.eventops.console.feature.audit.AuditScreen;
import org.eventops.console.feature.audit.AuditViewModel;
import org.eventops.console.feature.badge.BadgeLayoutViewModel;
import org.eventops.console.feature.badge.BadgePrintViewModel;
import org.eventops.console.feature.badge.BadgeScreen;
import org.eventops.console.feature.counts.CountsScreen;
import org.eventops.console.feature.counts.CountsViewModel;
import org.eventops.console.feature.door.DecisionTexts;
import org.eventops.console.feature.door.DoorScreen;
import org.eventops.console.feature.event.EventDesk;
import org.eventops.console.feature.event.EventListScreen;
import org.eventops.console.feature.event.EventPageViewModel;
import org.eventops.console.feature.event.EventScreen;
import org.eventops.console.feature.exchange.ImportScreen;
import org.eventops.console.feature.health.HealthScreen;
import org.eventops.console.feature.health.HealthViewModel;
import org.eventops.console.feature.people.PeopleScreen;
import org.eventops.console.feature.people.PeopleViewModel;
import org.eventops.console.feature.privacy.PrivacyScreen;
import org.eventops.console.feature.privacy.PrivacyViewModel;
import org.eventops.console.feature.readiness.ReadinessScreen;
import org.eventops.console.feature.readiness.ReadinessViewModel;
import org.eventops.console.feature.rehearsal.RehearsalScreen;
import org.eventops.console.feature.rehearsal.RehearsalViewModel;
import org.eventops.console.feature.settings.SettingsScreen;
import org.eventops.console.feature.sync.ConflictsViewModel;
import org.eventops.console.feature.sync.ConnectViewModel;
import org.eventops.console.feature.sync.LockedCurtain;
import org.eventops.console.feature.sync.SyncScreen;
import org.eventops.console.feature.ticket.IssueViewModel;
import org.eventops.console.feature.ticket.KeysViewModel;
import org.eventops.console.feature.ticket.TicketsScreen;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.BackupFeed;
import org.eventops.console.shell.BadgePress;
import org.eventops.console.shell.Feeds;
import org.eventops.console.shell.Kiosk;
import org.eventops.console.shell.Preferences;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.ScreenGroup;
import org.eventops.domain.door.rule.Rule;
import org.eventops.domain.door.rule.RuleNames;
import org.eventops.domain.event.EventService;
import org.eventops.domain.ticketing.TicketingService;

/** Every screen there is, as they stand together in the navigation. */
final class AllScreens {
    private final ScreenContext context;
    private final ConsoleServices services;
    private final Feeds feeds;

    AllScreens(ScreenContext context, ConsoleServices services, Feeds feeds) {
        this.context = context;
        this.services = services;
        this.feeds = feeds;
    }

    /** What is everybody's, and who they are. */
    ScreenGroup organisation(ImportScreen imports, Runnable whenPasswordsChange) {
        return new ScreenGroup(
                "app.group.organisation",
                List.of(
                        imports,
                        new PeopleScreen(
                                context,
                                new PeopleViewModel(context, services, whenPasswordsChange),
                                services.sync().codes()),
                        new AuditScreen(context, new AuditViewModel(context, services), zone()),
                        new PrivacyScreen(context, new PrivacyViewModel(context, services))));
    }

    /** What is done for an event, from its choice until its evening is over. */
    ScreenGroup event(DoorParts door, BadgePress press, LongSupplier millis) {
        return new ScreenGroup(
                "app.group.event",
                List.of(
                        new EventListScreen(context, feeds.events(), services.files().demo()),
                        new EventScreen(
                                context,
                                new EventPageViewModel(context, desk()),
                                this::rule,
                                services.files().exporter()),
                        new DoorScreen(
                                context,
                                door.model(),
                                door.sounds(),
                                millis,
                                services.facts().clock()),
                        new CountsScreen(
                                context,
                                new CountsViewModel(services, context.tasks(), context.current()),
                                services.files().exporter()),
                        badges(press),
                        new TicketsScreen(
                                context,
                                new IssueViewModel(context, services.tickets()),
                                new KeysViewModel(context, services.store(), services.tickets()),
                                services.door().search(),
                                zone()),
                        new ReadinessScreen(context, new ReadinessViewModel(context, services)),
                        new RehearsalScreen(context, new RehearsalViewModel(context, services)),
                        door.setup(context)));
    }

    /** What this computer is, and how it fares. */
    ScreenGroup console(Kiosk kiosk, Preferences preferences, BackupFeed backups) {
        return new ScreenGroup(
                "app.group.console",
                List.of(
                        sync(kiosk),
                        new HealthScreen(
                                context,
                                new HealthViewModel(
                                        context, feeds.health(), services.health().archive()),
                                zone()),
                        new SettingsScreen(preferences, backups, zone())));
    }

    private ZoneId zone() {
        return services.facts().clock().getZone();
    }

    private Screen sync(Kiosk kiosk) {
        ConnectViewModel connect = new ConnectViewModel(context, services, feeds.sync()::load);
        new LockedCurtain(context.language(), feeds.sync(), services, connect)
                .over(kiosk, feeds.sync());
        return new SyncScreen(
                context,
                services,
                feeds.sync(),
                connect,
                new ConflictsViewModel(context, services));
    }

    private BadgeScreen badges(BadgePress press) {
        return new BadgeScreen(
                context,
                services.store(),
                new BadgeLayoutViewModel(context, services.badges()),
                new BadgePrintViewModel(
                        context,
                        services.badges(),
                        services.store(),
                        services.door().search(),
                        press));
    }

    private String rule(String json, RuleNames names, ZoneId zone) {
        DecisionTexts words = new DecisionTexts(context.language().texts());
        Rule rule = Rule.read(json);
        return rule.sentence(names)
                .map(sentence -> words.clause(sentence, zone))
                .orElseGet(
                        () ->
                                rule.problems().stream()
                                        .map(words::problem)
                                        .collect(Collectors.joining(" ")));
    }

    private EventDesk desk() {
        return new EventDesk(
                services.store(),
                services.events(),
                services.door().queries(),
                new EventService(
                        services.store().transactions(),
                        services.events().events(),
                        services.facts().clock()),
                new TicketingService(
                        services.store().transactions(), services.events().ticketing()),
                services.facts().person());
    }
}
