package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.adapters.camera.CodeReader;
import org.eventops.adapters.camera.FrameSources;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.HeldCodes;
import org.eventops.domain.door.camera.SeenCode;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reads the codes that cameras, pictures, videos and streams show; decides if an event is given.
 */
@Command(name = "scan")
final class ScanCommand implements Callable<Integer> {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})(s|m)?");
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final long FRAME_BUDGET = 25_000_000;
    private static final int REOPENED_AFTER_MILLIS = 500;

    private final Session session;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", descriptionKey = "source")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--event", paramLabel = "SLUG")
    private @Nullable String event;

    @Option(names = "--list", paramLabel = "NAME")
    private @Nullable String list;

    @Option(names = "--gate", paramLabel = "G")
    private @Nullable String gate;

    @Option(names = "--for", paramLabel = "30s")
    private @Nullable String length;

    private @Nullable Decides decides;
    private Instant end = Instant.MAX;

    ScanCommand(Session session) {
        this.session = session;
    }

    /** Decides one code. */
    private interface Decides {
        CheckinAnswer of(String code, Instant at);
    }

    @Override
    public Integer call() {
        end = end();
        if (event == null) {
            sources.forEach(this::read);
            return ExitCode.DONE.status();
        }
        return session.inStore(this::door);
    }

    private Instant end() {
        String asked = length;
        if (asked == null) {
            return Instant.MAX;
        }
        Matcher read = LENGTH.matcher(asked);
        if (!read.matches()) {
            throw session.wrong("--for", asked, session.text("cli.scan.length"));
        }
        long count = Long.parseLong(read.group(1));
        return session.clock()
                .instant()
                .plus(
                        "m".equals(read.group(2))
                                ? Duration.ofMinutes(count)
                                : Duration.ofSeconds(count));
    }

    private int door(OpenConsole console) {
        EventChoice choice = new EventChoice(session, console);
        ChosenEvent chosen = choice.event("--event", String.valueOf(event));
        String name = choice.list(chosen, Optional.ofNullable(list).orElse(""));
        String at = choice.gate(chosen, gate);
        String device = console.deviceName();
        Operator who = new CommandPerson(console).at(chosen.id());
        console.startExchange();
        decides =
                (code, when) ->
                        console.checkins()
                                .checkin(
                                        chosen.id(),
                                        name,
                                        new ScanRequest(
                                                code,
                                                ScanKind.ENTRY,
                                                when,
                                                at,
                                                java.util.Map.of(),
                                                false,
                                                null),
                                        who,
                                        device);
        sources.forEach(this::read);
        return ExitCode.DONE.status();
    }

    /** A live source that breaks is opened again until the time is over. */
    private void read(String source) {
        HeldCodes held = new HeldCodes(AWAY);
        Frames frames = new Frames();
        boolean opened = false;
        while (session.clock().instant().isBefore(end)) {
            try (FrameSource open = FrameSources.open(source)) {
                opened = true;
                frames(source, open, held, frames);
                return;
            } catch (NoSuchFileException e) {
                throw session.wrong("SOURCE", source, session.text("cli.scan.source"));
            } catch (IOException e) {
                if (!opened || end.equals(Instant.MAX)) {
                    throw CliFailure.environment(session.text("cli.scan.broken", source));
                }
                session.output().note(session.text("cli.scan.again", source));
                java.util.concurrent.locks.LockSupport.parkNanos(
                        REOPENED_AFTER_MILLIS * 1_000_000L);
            }
        }
    }

    /** How many were looked at, over all openings of one source. */
    private static final class Frames {
        private int count;
        private int codes;
    }

    private void frames(String source, FrameSource open, HeldCodes held, Frames frames)
            throws IOException {
        CodeReader reader = new CodeReader();
        boolean picture = !open.isLive();
        Optional<GrayFrame> frame = open.next();
        boolean single = false;
        while (frame.isPresent() && session.clock().instant().isBefore(end)) {
            long begun = System.nanoTime();
            Optional<GrayFrame> following = picture ? open.next() : Optional.empty();
            single = picture && frames.count == 0 && following.isEmpty();
            List<SeenCode> seen =
                    single ? reader.study(frame.get()) : reader.look(frame.get(), FRAME_BUDGET);
            for (SeenCode code : seen) {
                Instant at = session.clock().instant();
                if (held.isNew(code.text(), at)) {
                    frames.codes++;
                    tell(source, code, at, frames.count, begun);
                }
            }
            frames.count++;
            frame = picture ? following : open.next();
        }
        if (single && frames.codes == 0) {
            session.answer(
                    JsonRow.of("source", source).put("code", null).put("frame", 0).map(),
                    session.text("cli.scan.none", source));
        }
    }

    private void tell(String source, SeenCode code, Instant at, int frame, long begun) {
        Decides door = decides;
        String verdict = door == null ? null : door.of(code.text(), at).decision().verdict().name();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        JsonRow row =
                JsonRow.of("source", source)
                        .put("code", code.text())
                        .put("at", JsonRow.time(at, ZoneOffset.UTC))
                        .put("frame", frame)
                        .put("millis", millis)
                        .put("step", code.how());
        if (verdict != null) {
            row.put("verdict", verdict);
        }
        session.answer(
                row.map(),
                session.text("cli.scan.line", source, code.text(), verdict == null ? "" : verdict));
    }
}
