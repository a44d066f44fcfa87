package org.eventops.launcher.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Every command of the program. Only those are made that a command line may mean: reading what all
 * of them take is a good part of a short command's start.
 */
final class Commands {
    /** After these all are asked for: to be listed, or in words that a file brings. */
    private static final Set<String> ALL = Set.of("-h", "--help", "generate-completion");

    private final Session session;

    /** By name, in the order in which help lists them. */
    private final Map<String, Supplier<CommandLine>> table = new LinkedHashMap<>();

    Commands(Session session) {
        this.session = session;
        aroundEvents();
        atTheDoor();
        aroundPeople();
        aroundTheHub();
        aroundTheStore();
    }

    /**
     * Those that stand among the words; all of them if none does, or if all may be meant. A word
     * that only looks like a command, as the name of a folder, makes one too many.
     */
    Stream<CommandLine> named(String[] words) {
        List<String> all = Arrays.asList(words);
        boolean whole =
                all.stream().anyMatch(word -> ALL.contains(word) || word.startsWith("@"))
                        || all.stream().noneMatch(table::containsKey);
        return table.entrySet().stream()
                .filter(each -> whole || all.contains(each.getKey()))
                .map(each -> each.getValue().get());
    }

    private void aroundEvents() {
        put("demo", () -> of(new DemoCommand(session)));
        put("import", () -> of(new ImportCommand(session)));
        put(
                "export",
                () ->
                        of(
                                new ExportCommand(),
                                new ExportEventCommand(session),
                                new ExportAttendeesCommand(session),
                                new ExportCountsCommand(session),
                                new ExportChangesCommand(session)));
        put("events", () -> of(new EventsCommand(session)));
        put("event", () -> of(new EventCommand(), new EventStatusCommand(session)));
    }

    private void atTheDoor() {
        put("checkin", () -> of(new CheckinCommand(session), new UndoCommand(session)));
        put("scan", () -> of(new ScanCommand(session)));
        put("search", () -> of(new SearchCommand(session)));
        put("stats", () -> of(new StatsCommand(session)));
        put(
                "tickets",
                () ->
                        of(
                                new TicketsCommand(),
                                new TicketsIssueCommand(session),
                                new TicketsVerifyCommand(session),
                                new TicketsKeysCommand(session),
                                new TicketsLookCommand(session)));
        put(
                "badges",
                () ->
                        of(
                                new BadgesCommand(),
                                new BadgesPrintCommand(session),
                                new BadgesPrintersCommand(session),
                                new BadgesLayoutCommand(session)));
    }

    private void aroundPeople() {
        put(
                "people",
                () ->
                        of(
                                new PeopleCommand(),
                                new PeopleAddCommand(session),
                                new PeopleListCommand(session),
                                new PeopleRoleCommand(session),
                                new PeopleReleaseCommand(session),
                                new PeoplePasswordCommand(session),
                                new PeopleSecondFactorCommand(session),
                                new PeopleTrustCommand(session)));
        put(
                "audit",
                () ->
                        of(
                                new AuditCommand(),
                                new AuditShowCommand(session),
                                new AuditVerifyCommand(session),
                                new AuditExportCommand(session)));
        put(
                "privacy",
                () ->
                        of(
                                new PrivacyCommand(),
                                new PrivacyShowCommand(session),
                                new PrivacyExportCommand(session),
                                new PrivacyEraseCommand(session),
                                new PrivacyRetentionCommand(session),
                                new PrivacyDueCommand(session),
                                new PrivacyApplyCommand(session),
                                new PrivacyConsentCommand(session)));
    }

    private void aroundTheHub() {
        put("connect", () -> of(new ConnectCommand(session)));
        put("sync", () -> of(new SyncCommand(session), new SyncStatusCommand(session)));
        put(
                "conflicts",
                () ->
                        of(
                                new ConflictsCommand(session),
                                new ConflictsResolveCommand(session),
                                new ConflictsReopenCommand(session)));
        put(
                "server",
                () ->
                        of(
                                new ServerCommand(),
                                new ServerDevCommand(session),
                                new ServerInitCommand(session),
                                new ServerTenantCommand(session),
                                new ServerEnrollCommand(session),
                                new ServerRevokeCommand(session),
                                new ServerDevicesCommand(session)));
    }

    private void aroundTheStore() {
        put("backup", () -> of(new BackupCommand(session), new BackupVerifyCommand(session)));
        put("restore", () -> of(new RestoreCommand(session)));
        put("tour", () -> of(new TourCommand(session)));
        put("doctor", () -> of(new DoctorCommand(session)));
        put("rehearse", () -> of(new RehearseCommand(session)));
        put("bench", () -> of(new BenchCommand(session)));
        put("generate-completion", () -> of(new CompletionCommand(session)));
    }

    private void put(String name, Supplier<CommandLine> made) {
        table.put(name, made);
    }

    private static CommandLine of(Object command, Object... below) {
        CommandLine line = new CommandLine(command);
        Stream.of(below).forEach(line::addSubcommand);
        return line;
    }
}
