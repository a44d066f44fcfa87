package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.adapters.camera.AllCameras;
import org.eventops.adapters.machine.NtpTime;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.readiness.CameraTest;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.readiness.Look;
import org.eventops.domain.readiness.MachineLooks;
import org.eventops.domain.readiness.NetworkTime;
import org.eventops.domain.readiness.Topic;
import org.eventops.launcher.support.Evidence;
import org.eventops.launcher.support.ZippedEvidence;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether this console is ready for the door, also where its store cannot be opened. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final Duration LONGEST_TEST = Duration.ofSeconds(20);

    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG")
    private @Nullable String event;

    @Option(names = "--test-code", paramLabel = "SOURCE")
    private @Nullable String testCode;

    @Option(names = "--bundle", paramLabel = "F", descriptionKey = "doctor.bundle")
    private @Nullable Path bundle;

    @Option(names = "--strict", descriptionKey = "doctor.strict")
    private boolean strict;

    private boolean opened;
    private boolean ready = true;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<BundleFile> made =
                Optional.ofNullable(bundle).map(f -> new BundleFile(session, f));
        made.ifPresent(BundleFile::refuseAnother);
        try {
            return session.inStoreEvenLocked(
                    console -> {
                        opened = true;
                        int status = looked(console);
                        made.ifPresent(file -> file.write(console.health().archive()));
                        return status;
                    });
        } catch (StoreException e) {
            shut(session.sentence(e), e.problem(), made);
            return ExitCode.of(e.failure().kind()).status();
        } catch (CliFailure e) {
            if (opened || made.isEmpty()) {
                throw e;
            }
            shut(Objects.toString(e.getMessage()), StoreException.Problem.PROTECTED, made);
            return e.exit().status();
        }
    }

    /** What can be said, and sent, of a store that does not open. */
    private void shut(String why, StoreException.Problem problem, Optional<BundleFile> made) {
        print(Topic.STORE.key(), Level.BAD, why);
        new MachineLooks(OpenConsole.machine(session.dataFolder()), time())
                .all().stream().map(Look::find).forEach(this::print);
        Evidence evidence = Evidence.of(session.dataFolder(), session.clock()).without(problem);
        made.ifPresent(file -> file.write(new ZippedEvidence(evidence)));
    }

    private int looked(OpenConsole console) {
        Optional<EventRow> chosen = chosen(console);
        List<Finding> findings = new ArrayList<>(console.storeLooks().all());
        findings.forEach(this::print);
        if (chosen.isEmpty()) {
            print(Finding.bad(Topic.TICKETS, "noEvent"));
        }
        console.readiness(time()).looks(chosen).stream().map(Look::find).forEach(this::print);
        Optional.ofNullable(testCode).ifPresent(this::test);
        return (ready || !strict ? ExitCode.DONE : ExitCode.ENVIRONMENT).status();
    }

    private Optional<NetworkTime> time() {
        return session.offline() ? Optional.empty() : Optional.of(new NtpTime());
    }

    /** The one that is named, else the next that is not over. */
    private Optional<EventRow> chosen(OpenConsole console) {
        String wanted = event;
        List<EventRow> all =
                console.store().transactions().read(() -> console.store().events().rows());
        if (wanted != null) {
            EventId id = new EventChoice(session, console).event("--event", wanted).id();
            return all.stream().filter(each -> each.id().equals(id)).findFirst();
        }
        return all.stream()
                .filter(each -> each.status() != EventStatus.COMPLETED)
                .filter(each -> each.status() != EventStatus.CANCELLED)
                .filter(each -> each.ends().isAfter(session.clock().instant()))
                .min(Comparator.comparing(EventRow::starts));
    }

    private void test(String source) {
        CameraTest test = new CameraTest(new AllCameras(), System::nanoTime);
        print(
                switch (test.run(source, LONGEST_TEST, Progress.NONE)) {
                    case CameraTest.Outcome.Read read ->
                            Finding.good(Topic.CAMERA, "read", read.frames());
                    case CameraTest.Outcome.NoCode none ->
                            Finding.bad(Topic.CAMERA, "noCode", none.frames());
                    case CameraTest.Outcome.Dark unused ->
                            Finding.bad(Topic.CAMERA, "dark", source);
                });
    }

    private void print(Finding finding) {
        print(
                finding.topic().key(),
                finding.level(),
                session.texts().get(finding.key(), finding.facts().toArray()));
    }

    private void print(String topic, Level level, String detail) {
        ready &= level != Level.BAD;
        String mark =
                switch (level) {
                    case GOOD -> "✓";
                    case ADVICE -> "!";
                    case BAD -> "✗";
                };
        session.answer(
                JsonRow.of("check", topic)
                        .put("ok", level == Level.GOOD)
                        .put("level", level.name().toLowerCase(java.util.Locale.ROOT))
                        .put("detail", detail)
                        .map(),
                "%s %-10s %s".formatted(mark, topic, detail));
    }
}
