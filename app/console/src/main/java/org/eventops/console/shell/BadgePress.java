package org.eventops.console.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.BadgeServices;
import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgeDesk.Outcome;
import org.eventops.domain.badge.BadgeRequest;
import org.eventops.domain.badge.BadgeService;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;

/**
 * Prints badges one after the other, on a thread that nobody waits for. What went wrong is told in
 * the news, with a way to print again. Used on the drawing thread.
 */
public final class BadgePress {
    private final BadgeServices badges;
    private final TaskRunner tasks;
    private final Language language;
    private final Notices notices;
    private final String person;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper(0);
    private boolean printing;

    /**
     * @param person who works here
     */
    public BadgePress(
            BadgeServices badges,
            TaskRunner tasks,
            Language language,
            Notices notices,
            String person) {
        this.badges = badges;
        this.tasks = tasks;
        this.language = language;
        this.notices = notices;
        this.person = person;
    }

    /**
     * @param name of the person, for the news
     * @param device name of this console
     */
    public record Badge(EventId event, TicketId ticket, String name, String device) {}

    private enum Reason {
        /** Somebody was let in, and the event may print then. */
        ADMITTED,
        /** A person asks for a badge. */
        ASKED,
        /** A person asks for one more. */
        AGAIN
    }

    private record Wish(Badge badge, Reason reason) {}

    /** Somebody was let in: prints if this console does so for the event, and only once. */
    public void admitted(Badge badge) {
        add(new Wish(badge, Reason.ADMITTED));
    }

    /** Prints unless there is one. */
    public void print(Badge badge) {
        add(new Wish(badge, Reason.ASKED));
    }

    /** Prints one more, if there is one or not. */
    public void again(Badge badge) {
        add(new Wish(badge, Reason.AGAIN));
    }

    /** Badges that are being printed or wait for it. */
    public ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    private void add(Wish wish) {
        waiting.add(wish);
        open.set(open.get() + 1);
        next();
    }

    private void next() {
        if (printing || waiting.isEmpty()) {
            return;
        }
        printing = true;
        Wish wish = waiting.remove();
        BadgeDesk.Order order = order(wish);
        tasks.device(progress -> printed(wish, order))
                .onSuccess(outcome -> outcome.ifPresent(each -> tell(wish, each)))
                .onEnd(this::ended)
                .start();
    }

    private BadgeDesk.Order order(Wish wish) {
        return new BadgeDesk.Order(
                wish.badge().event(),
                wish.reason() == Reason.AGAIN,
                language.locale(),
                new BadgeService.Asker(wish.badge().device(), person));
    }

    private java.util.Optional<Outcome> printed(Wish wish, BadgeDesk.Order order) {
        boolean wanted =
                wish.reason() != Reason.ADMITTED
                        || badges.place().onAdmission(wish.badge().event());
        return wanted
                ? java.util.Optional.of(
                        badges.desk().print(order, wish.badge().ticket(), badges.place().output()))
                : java.util.Optional.empty();
    }

    private void ended() {
        printing = false;
        open.set(open.get() - 1);
        next();
    }

    private void tell(Wish wish, Outcome outcome) {
        boolean asked = wish.reason() != Reason.ADMITTED;
        String name = wish.badge().name();
        switch (outcome) {
            case Outcome.Printed printed -> {
                if (asked) {
                    notices.tell(language.get("badge.told.printed", name));
                }
            }
            case Outcome.Failed failed ->
                    offer(
                            wish,
                            language.get(
                                    "badge.told.failed",
                                    name,
                                    language.get(
                                            "badge.problem." + failed.problem().kind().name(),
                                            failed.problem().detail())));
            case Outcome.NotAsked none -> notAsked(wish, none.why(), asked);
        }
    }

    private void notAsked(Wish wish, BadgeRequest why, boolean asked) {
        String name = wish.badge().name();
        if (why instanceof BadgeRequest.AlreadyPrinted && asked) {
            offer(wish, language.get("badge.told.already", name));
        } else if (why instanceof BadgeRequest.Unknown) {
            offer(wish, language.get("badge.told.maybe", name));
        } else if (why instanceof BadgeRequest.NoSuchTicket) {
            notices.tell(language.get("badge.told.noTicket", name));
        }
    }

    private void offer(Wish wish, String sentence) {
        notices.tellWith(sentence, language.get("badge.again"), () -> again(wish.badge()));
    }
}
