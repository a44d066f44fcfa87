package org.eventops.domain.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.eventops.domain.badge.BadgePrint.State;
import org.eventops.domain.badge.PrintProblem.Kind;
import org.eventops.domain.change.TimeOrderedIds;
import org.eventops.domain.event.EventId;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadgeDeskTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T20:00:00Z"), ZoneOffset.UTC);
    private static final EventId GALA = new EventId(new UUID(1, 1));
    private static final TicketId ANA = new TicketId(new UUID(2, 1));
    private static final TicketId LUZ = new TicketId(new UUID(2, 2));
    private static final BadgeOutput PRINTER = new BadgeOutput.Printer("Zebra");
    private static final BadgeDesk.Order ONCE = order(false);
    private static final BadgeDesk.Order AGAIN = order(true);

    private final FakeBadges badges = new FakeBadges();
    private final List<State> whenAsked = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private @Nullable PrintProblem problem;
    private boolean killed;
    private final BadgeService service =
            new BadgeService(badges, badges, new TimeOrderedIds(CLOCK, new Random(1)), CLOCK);
    private final BadgeDesk desk =
            new BadgeDesk(service, new Paper(), new Lines(), new Meter(System::nanoTime));

    /** The program's end in the middle of printing. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Paper implements Printers {
        @Override
        public List<String> names() {
            return List.of("Zebra");
        }

        @Override
        public void print(BadgeOutput output, Sheet sheet, String title) throws PrintFailure {
            whenAsked.add(badges.prints.getLast().state());
            if (killed) {
                throw new Killed();
            }
            if (problem != null) {
                throw new PrintFailure(problem);
            }
            printed.add(sheet.face().name());
        }
    }

    private static final class Lines implements BadgePapers {
        @Override
        public void pdf(
                BadgeLayout layout, List<BadgeFace> faces, Locale language, OutputStream out)
                throws IOException {
            for (BadgeFace face : faces) {
                out.write((face.name() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public BadgePicture picture(
                BadgeLayout layout, BadgeFace face, Locale language, double pixelsPerMillimetre) {
            return new BadgePicture(0, 0, new int[0]);
        }

        @Override
        public double module(BadgeLayout layout, String code, double dotsPerMillimetre) {
            return 1;
        }

        @Override
        public boolean isPicture(byte[] file) {
            return false;
        }
    }

    @BeforeEach
    void people() {
        badges.faces.put(ANA, face("Ana Peña"));
        badges.faces.put(LUZ, face("Luz"));
    }

    @Test
    void keepsTheRequestBeforeThePrinterIsAskedAndTheEndAfter() {
        BadgeDesk.Outcome outcome = desk.print(ONCE, ANA, PRINTER);
        assertThat(outcome).isInstanceOf(BadgeDesk.Outcome.Printed.class);
        assertThat(whenAsked).containsExactly(State.REQUESTED);
        assertThat(badges.prints).extracting(BadgePrint::state).containsExactly(State.PRINTED);
    }

    @Test
    void printsOnceUnlessAPersonAsksForMore() {
        desk.print(ONCE, ANA, PRINTER);
        BadgeDesk.Outcome second = desk.print(ONCE, ANA, PRINTER);
        assertThat(second)
                .isEqualTo(
                        new BadgeDesk.Outcome.NotAsked(
                                new BadgeRequest.AlreadyPrinted(badges.prints.getFirst())));
        assertThat(printed).containsExactly("Ana Peña");
        desk.print(AGAIN, ANA, PRINTER);
        assertThat(printed).hasSize(2);
        assertThat(badges.prints).extracting(BadgePrint::copy).containsExactly(1, 2);
    }

    @Test
    void aFailureIsKeptAndMayBeTriedAgainWithoutAsking() {
        problem = new PrintProblem(Kind.NOT_ACCEPTING, "paper");
        BadgeDesk.Outcome failed = desk.print(ONCE, ANA, PRINTER);
        assertThat(failed)
                .isInstanceOfSatisfying(
                        BadgeDesk.Outcome.Failed.class,
                        each -> assertThat(each.problem()).isEqualTo(problem));
        assertThat(badges.prints.getLast().state()).isEqualTo(State.FAILED);
        problem = null;
        assertThat(desk.print(ONCE, ANA, PRINTER)).isInstanceOf(BadgeDesk.Outcome.Printed.class);
        assertThat(badges.prints).extracting(BadgePrint::copy).containsExactly(1, 1);
    }

    @Test
    void aPrintingCutOffByACrashIsNeverRepeatedByItself() {
        killed = true;
        assertThatThrownBy(() -> desk.print(ONCE, ANA, PRINTER)).isInstanceOf(Killed.class);
        killed = false;
        assertThat(desk.print(ONCE, ANA, PRINTER))
                .isEqualTo(
                        new BadgeDesk.Outcome.NotAsked(
                                new BadgeRequest.Unknown(badges.prints.getFirst())));
        assertThat(printed).isEmpty();
        desk.print(AGAIN, ANA, PRINTER);
        assertThat(printed).hasSize(1);
        assertThat(badges.prints.getLast().copy()).isEqualTo(2);
    }

    @Test
    void withoutAPrinterTheBadgeFailsAndSaysSo() {
        desk.print(ONCE, ANA, new BadgeOutput.None());
        BadgePrint.End end = badges.prints.getLast().end();
        assertThat(end).isNotNull();
        assertThat(end.problem()).isEqualTo(new PrintProblem(Kind.NOT_CHOSEN, ""));
        assertThat(whenAsked).isEmpty();
    }

    @Test
    void aTicketThatIsNotThereGetsNoBadge() {
        assertThat(desk.print(ONCE, new TicketId(new UUID(9, 9)), PRINTER))
                .isEqualTo(new BadgeDesk.Outcome.NotAsked(new BadgeRequest.NoSuchTicket()));
        assertThat(badges.prints).isEmpty();
    }

    @Test
    void aDocumentHoldsWhoHasNoBadgeYet() {
        desk.print(ONCE, ANA, PRINTER);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<BadgeDesk.Outcome> outcomes = desk.document(ONCE, List.of(ANA, LUZ), () -> out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Luz\n");
        assertThat(outcomes.get(0)).isInstanceOf(BadgeDesk.Outcome.NotAsked.class);
        assertThat(outcomes.get(1)).isInstanceOf(BadgeDesk.Outcome.Printed.class);
    }

    @Test
    void aDocumentThatCannotBeWrittenFailsAllOfIt() {
        List<BadgeDesk.Outcome> outcomes =
                desk.document(
                        ONCE,
                        List.of(ANA, LUZ),
                        () -> {
                            throw new IOException("disk full");
                        });
        assertThat(outcomes).hasOnlyElementsOfType(BadgeDesk.Outcome.Failed.class);
        assertThat(badges.prints).extracting(BadgePrint::state).containsOnly(State.FAILED);
    }

    @Test
    void namesTheNewestPrintingOfEach() {
        desk.print(ONCE, ANA, PRINTER);
        desk.print(AGAIN, ANA, PRINTER);
        assertThat(service.latest(GALA, 10))
                .singleElement()
                .satisfies(each -> assertThat(each.print().copy()).isEqualTo(2));
    }

    private static BadgeDesk.Order order(boolean again) {
        return new BadgeDesk.Order(
                GALA, again, Locale.ENGLISH, new BadgeService.Asker("desk", "Luz"));
    }

    private static BadgeFace face(String name) {
        return new BadgeFace(name, "ACME", "General", "O1", "Gala", ZonedDateTime.now(CLOCK), "t1");
    }
}
