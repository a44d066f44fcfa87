package org.eventops.launcher.sync;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.sync.engine.LoadPace;
import org.eventops.sync.engine.SyncEngine;
import org.eventops.sync.engine.Time;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.run.SyncDriver;
import org.eventops.sync.run.Wakeups;
import org.eventops.sync.server.FolderDeviceSecrets;
import org.eventops.sync.server.HubAccess;

/**
 * A console in a process of its own, made to be killed: it exchanges, and lets in one ticket after
 * another, saying each on standard output only when it was shown green.
 */
final class KilledConsole {
    /** Tickets in a large mutation. */
    static final int GROWTH = 2500;

    private KilledConsole() {}

    /**
     * @param arguments data folder, step to stop at (or "-"), its how manieth passing, first
     *     ticket, how many tickets, and how many tickets the event is to have after {@link #GROWTH}
     *     more are added before (0 leaves it)
     */
    public static void main(String[] arguments) throws InterruptedException {
        BufferedReader word =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        NamedSteps steps = new NamedSteps(arguments[1], Integer.parseInt(arguments[2]), word);
        Path folder = Path.of(arguments[0]);
        OpenConsole console = OpenConsole.open(folder, Clock.systemUTC());
        HubAccess access =
                new FolderDeviceSecrets(folder, console.store().key()).read().orElseThrow();
        CountDownLatch settled = new CountDownLatch(1);
        SyncEngine engine =
                new SyncEngine(
                        () -> new SteppedHub(new PgConnector(() -> access).connect(), steps),
                        console.store().outbox(),
                        new SteppedReplica(console.store().replica(), steps),
                        Time.system(),
                        "killed",
                        () -> 0,
                        LoadPace.USUAL);
        SyncDriver driver =
                new SyncDriver(
                        engine,
                        console.store().outbox(),
                        Wakeups.none(),
                        Time.system(),
                        console.store().meter());
        driver.start();
        int tickets = Integer.parseInt(arguments[5]);
        if (tickets > 0) {
            new BigEvent(tickets, 0).into(console, tickets - GROWTH);
        }
        scan(console, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        driver.listen(
                status -> {
                    if (status.waiting() == 0 && status.doorReady()) {
                        settled.countDown();
                    }
                });
        driver.now();
        settled.await();
        driver.close();
        console.close();
        System.out.println("done");
    }

    private static void scan(OpenConsole console, int from, int count) {
        var row =
                console.store()
                        .transactions()
                        .read(() -> console.store().events().row(BigEvent.SLUG));
        if (row.isEmpty()) {
            // Nothing was loaded yet: this one is killed on its way there.
            return;
        }
        EventId event = row.get().id();
        for (int i = from; i < from + count; i++) {
            String code = BigEvent.code(i);
            CheckinAnswer answer =
                    console.checkins()
                            .checkin(
                                    event,
                                    BigEvent.LIST,
                                    ScanRequest.entry(code, Clock.systemUTC().instant()),
                                    Operator.steward("door"),
                                    "door");
            if (answer.decision().verdict() == Verdict.ADMITTED) {
                System.out.println("green " + code);
                System.out.flush();
            }
        }
    }
}
