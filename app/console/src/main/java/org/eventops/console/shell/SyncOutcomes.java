package org.eventops.console.shell;

import java.util.Objects;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.Obstacle;
import org.eventops.domain.sync.ReopenOutcome;
import org.eventops.domain.sync.ResolveOutcome;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.resources.Texts;

/** What became of an enrolment, of settling a conflict, of undoing that: a sentence each. */
public final class SyncOutcomes {
    private final Texts texts;

    public SyncOutcomes(Texts texts) {
        this.texts = texts;
    }

    public String connect(ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected it ->
                    texts.get(
                            "sync.connect.done",
                            it.connection().device(),
                            it.connection().tenant());
            case ConnectOutcome.NotOpened unused -> texts.get("sync.connect.notOpened");
            case ConnectOutcome.Expired unused -> texts.get("sync.connect.expired");
            case ConnectOutcome.AlreadyConnected it ->
                    texts.get(
                            "sync.connect.already",
                            it.connection().device(),
                            it.connection().hub());
            case ConnectOutcome.Failed it -> {
                SyncWords words = new SyncWords(texts);
                yield texts.get(
                        "sync.connect.failed",
                        words.trouble(it.trouble()),
                        words.remedy(it.trouble()));
            }
        };
    }

    /**
     * @param what the conflict's title
     */
    public String resolve(ResolveOutcome outcome, String what) {
        return switch (outcome) {
            case ResolveOutcome.Resolved unused -> texts.get("sync.told.resolved", what);
            case ResolveOutcome.Unknown unused -> texts.get("sync.told.UNKNOWN");
            case ResolveOutcome.AlreadyResolved it ->
                    texts.get("sync.told.ALREADY", by(it.conflict()));
            case ResolveOutcome.Impossible it -> obstacle(it.obstacle());
        };
    }

    /**
     * @param what the conflict's title
     */
    public String reopen(ReopenOutcome outcome, String what) {
        return switch (outcome) {
            case ReopenOutcome.Reopened unused -> texts.get("sync.told.reopened", what);
            case ReopenOutcome.Unknown unused -> texts.get("sync.told.UNKNOWN");
            case ReopenOutcome.StillOpen unused -> texts.get("sync.told.STILL_OPEN");
            case ReopenOutcome.Impossible it -> obstacle(it.obstacle());
        };
    }

    private String obstacle(Obstacle obstacle) {
        return texts.get("sync.obstacle." + obstacle);
    }

    private static String by(Conflict conflict) {
        return Objects.requireNonNullElse(conflict.resolvedBy(), "?");
    }
}
