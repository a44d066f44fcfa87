package org.eventops.launcher.cli;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.eventops.console.shell.SyncWords;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncControl.Connection;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.jspecify.annotations.Nullable;

/** The exchange as commands wait for it and print it. */
final class Exchange {
    private final Session session;
    private final SyncControl control;

    Exchange(Session session, SyncControl control) {
        this.session = session;
        this.control = control;
    }

    /**
     * Exchanges until nothing waits and nothing is being loaded. That doors can open already is
     * said on the way.
     *
     * @throws CliFailure with what is in the way
     */
    SyncStatus once() {
        SyncStatus before = control.status();
        check(before);
        Instant begun = session.clock().instant();
        BlockingQueue<SyncStatus> told = new LinkedBlockingQueue<>();
        Subscription listening = control.listen(told::add);
        try {
            told.add(control.status());
            control.now();
            return settled(told, begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CliFailure.environment(session.text("cli.sync.stopped"));
        } finally {
            listening.close();
        }
    }

    private SyncStatus settled(BlockingQueue<SyncStatus> told, Instant begun)
            throws InterruptedException {
        boolean said = false;
        while (true) {
            SyncStatus status = told.take();
            check(status);
            if (!said && status.state() == State.LOADING && status.doorReady()) {
                session.output().note(session.text("sync.state.LOADING.ready.line"));
                said = true;
            }
            Instant last = status.lastExchange();
            boolean fresh = last != null && !last.isBefore(begun);
            if (fresh && status.state() == State.UP_TO_DATE && status.waiting() == 0) {
                return status;
            }
        }
    }

    /** What an exchange would only run into. */
    private void check(SyncStatus status) {
        Trouble trouble = status.trouble();
        if (session.offline()) {
            throw CliFailure.environment(trouble(Trouble.SWITCHED_OFF));
        }
        switch (status.state()) {
            case ALONE -> throw CliFailure.environment(session.text("cli.sync.alone"));
            case OFF -> throw CliFailure.environment(trouble(Trouble.SWITCHED_OFF));
            case LOCKED ->
                    throw CliFailure.environment(
                            trouble(trouble == null ? Trouble.REVOKED : trouble));
            case AWAY -> {
                if (trouble != null) {
                    throw CliFailure.environment(trouble(trouble));
                }
            }
            case UNREACHABLE ->
                    throw CliFailure.environment(
                            trouble(trouble == null ? Trouble.UNREACHABLE : trouble));
            default -> {
                // on its way
            }
        }
    }

    private String trouble(Trouble trouble) {
        SyncWords words = new SyncWords(session.texts());
        return words.trouble(trouble) + " " + words.remedy(trouble);
    }

    /** Every status, until the program is ended. */
    void watch(Consumer<SyncStatus> each) {
        BlockingQueue<SyncStatus> told = new LinkedBlockingQueue<>();
        Subscription listening = control.listen(told::add);
        try {
            told.add(control.status());
            control.now();
            @Nullable SyncStatus shown = null;
            while (true) {
                SyncStatus status = told.take();
                if (!status.equals(shown)) {
                    each.accept(status);
                    shown = status;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listening.close();
        }
    }

    void print(SyncStatus status) {
        session.answer(object(status).map(), line(status));
    }

    private String line(SyncStatus status) {
        String words = new SyncWords(session.texts()).bar(status, session.clock().getZone());
        Trouble trouble = status.trouble();
        return trouble == null ? words : words + "\n" + trouble(trouble);
    }

    private JsonRow object(SyncStatus status) {
        var zone = session.clock().getZone();
        Instant oldest = status.oldest();
        Instant last = status.lastExchange();
        Trouble trouble = status.trouble();
        return JsonRow.of("state", JsonRow.word(status.state()))
                .put("pushed", status.pushed())
                .put("pulled", status.pulled())
                .put("conflicts", status.conflicts())
                .put("outbox", status.waiting())
                .put("lagMillis", status.lag() == null ? null : status.lag().toMillis())
                .put("oldest", oldest == null ? null : JsonRow.time(oldest, zone))
                .put("lastExchange", last == null ? null : JsonRow.time(last, zone))
                .put("trouble", trouble == null ? null : JsonRow.word(trouble))
                .put("loaded", status.loaded())
                .put("doorReady", status.doorReady())
                .put("hub", control.connection().map(Connection::hub).orElse(null))
                .put("device", control.connection().map(Connection::device).orElse(null))
                .put("role", control.connection().map(Connection::role).orElse(null));
    }
}
