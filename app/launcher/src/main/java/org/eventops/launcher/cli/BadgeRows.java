package org.eventops.launcher.cli;

import org.eventops.domain.badge.BadgeDesk.Outcome;
import org.eventops.domain.badge.BadgeOwner;
import org.eventops.domain.badge.BadgePrint;
import org.eventops.domain.badge.BadgeRequest;
import org.jspecify.annotations.Nullable;

/** One line for each badge that was asked for. */
final class BadgeRows {
    private final Session session;

    BadgeRows(Session session) {
        this.session = session;
    }

    void tell(BadgeOwner owner, Outcome outcome) {
        switch (outcome) {
            case Outcome.Printed printed -> tell(owner, "printed", printed.print(), null);
            case Outcome.Failed failed -> failed(owner, failed);
            case Outcome.NotAsked none -> notAsked(owner, none.why());
        }
    }

    private void failed(BadgeOwner owner, Outcome.Failed failed) {
        String kind = failed.problem().kind().name();
        String sentence = session.text("badge.problem." + kind, failed.problem().detail());
        tell(owner, "failed", failed.print(), sentence);
    }

    private void notAsked(BadgeOwner owner, BadgeRequest why) {
        switch (why) {
            case BadgeRequest.AlreadyPrinted before ->
                    tell(owner, "already_printed", before.last(), null);
            case BadgeRequest.Unknown before -> tell(owner, "maybe_printed", before.last(), null);
            case BadgeRequest.NoSuchTicket none -> tell(owner, "no_such_ticket", null, null);
            case BadgeRequest.Requested asked ->
                    throw new IllegalStateException("asked for and not printed: " + asked.print());
        }
    }

    private void tell(
            BadgeOwner owner,
            String outcome,
            @Nullable BadgePrint print,
            @Nullable String problem) {
        session.answer(
                JsonRow.of("ticket", owner.ticket().value().toString())
                        .put("code", owner.face().code())
                        .put("order", owner.face().order())
                        .put("attendee", owner.face().name())
                        .put("outcome", outcome)
                        .put("copy", print == null ? null : print.copy())
                        .put("print", print == null ? null : print.id().value().toString())
                        .put("problem", problem)
                        .map(),
                session.text(
                        "cli.badges.line." + outcome,
                        owner.face().order(),
                        owner.face().name(),
                        problem == null ? "" : problem));
    }
}
