package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.badge.BadgeContent;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeOwner;
import org.eventops.domain.badge.BadgePrint;
import org.eventops.domain.badge.BadgeRequest;
import org.eventops.domain.badge.BadgeService;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.badge.TextStyle;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badges in a real store. */
class BadgesTest {
    private static final Clock CLOCK = Clock.fixed(Samples.START, ZoneOffset.UTC);
    private static final BadgeService.Asker ASKER = new BadgeService.Asker("desk", null);

    @TempDir Path folder;
    private Store store;
    private EventId gala;

    @BeforeEach
    void open() {
        store = Store.open(folder, CLOCK);
        gala = Steps.filled(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private BadgeService badges() {
        return new BadgeService(store.transactions(), store.badges(), store.ids(), CLOCK);
    }

    private void reopen() {
        store.close();
        store = Store.open(folder, CLOCK);
    }

    @Test
    void keepsALayoutOverARestart() {
        assertThat(badges().layout(gala)).isEqualTo(BadgeLayout.standard());
        BadgeLayout own =
                BadgeLayout.standard()
                        .sized(74, 105)
                        .with(
                                new BadgeElement(
                                        BadgeContent.TEXT,
                                        "a\tb\nc \\ñ",
                                        new Box(1.5, 2, 30, 4),
                                        new TextStyle(9, true, TextStyle.Align.CENTER)))
                        .withLogo("iVBORw0KGgo=");
        badges().save(gala, BadgeLayout.standard());
        badges().save(gala, own);
        reopen();
        assertThat(badges().layout(gala)).isEqualTo(own);
    }

    @Test
    void saysWhatABadgeWouldSay() {
        List<BadgeOwner> owners = badges().owners(gala, 3);
        assertThat(owners).extracting(each -> each.face().code()).containsExactly("t0", "t1", "t2");
        assertThat(owners.getFirst().face())
                .isEqualTo(
                        new BadgeFace(
                                "Ana Peña t0",
                                "",
                                "general",
                                "O0",
                                "Gala",
                                Samples.START.atZone(java.time.ZoneId.of("America/Bogota")),
                                "t0"));
        EventId other = new EventId(java.util.UUID.randomUUID());
        assertThat(badges().owner(other, owners.getFirst().ticket())).isEmpty();
    }

    @Test
    void aPrintingCutOffIsStillKnownAfterARestartAndNotRepeated() {
        TicketId ticket = ticket();
        BadgeRequest first = badges().request(gala, ticket, false, ASKER);
        assertThat(first).isInstanceOf(BadgeRequest.Requested.class);
        reopen();
        BadgePrint begun = ((BadgeRequest.Requested) first).print();
        assertThat(badges().request(gala, ticket, false, ASKER))
                .isEqualTo(new BadgeRequest.Unknown(begun));
        badges().ended(List.of(begun), null);
        assertThat(badges().request(gala, ticket, false, ASKER))
                .isInstanceOf(BadgeRequest.AlreadyPrinted.class);
    }

    @Test
    void keepsWhyAPrintingFailed() {
        TicketId ticket = ticket();
        BadgePrint print =
                ((BadgeRequest.Requested) badges().request(gala, ticket, false, ASKER)).print();
        PrintProblem problem = new PrintProblem(PrintProblem.Kind.REFUSED, "out of labels");
        badges().ended(List.of(print), problem);
        reopen();
        assertThat(badges().last(gala, ticket))
                .map(BadgePrint::end)
                .isEqualTo(Optional.of(new BadgePrint.End(Samples.START, problem)));
        assertThat(badges().latest(gala, 10)).hasSize(1);
    }

    @Test
    void namesItsOwnFeatureWhenItChanges() {
        List<LocalChange> heard = new ArrayList<>();
        try (var subscription = store.changes().listen(heard::add)) {
            assertThat(subscription).isNotNull();
            badges().request(gala, ticket(), false, ASKER);
        }
        assertThat(heard).extracting(LocalChange::feature).containsExactly(Feature.BADGE);
    }

    private TicketId ticket() {
        return badges().owners(gala, 1).getFirst().ticket();
    }
}
