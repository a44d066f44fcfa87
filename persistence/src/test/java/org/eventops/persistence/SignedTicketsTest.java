package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.signed.SignOutcome;
import org.eventops.domain.ticketing.signed.TicketKeys;
import org.eventops.domain.ticketing.signed.TicketPayload;
import org.eventops.domain.ticketing.signed.TicketSigning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed codes at a door with a real store. */
class SignedTicketsTest {
    /** Before the samples' tickets expire, at which the door of these tests scans. */
    private static final Clock CLOCK =
            Clock.fixed(Samples.START.minusSeconds(3600), ZoneOffset.UTC);

    @TempDir Path folder;
    private Store store;
    private TicketSigning signing;
    private EventId gala;

    @BeforeEach
    void open() {
        store = Store.open(folder, CLOCK);
        signing = signing(CLOCK);
        gala = Steps.filled(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private TicketSigning signing(Clock clock) {
        return new TicketSigning(store.transactions(), store.ticketing(), store.keys(), clock);
    }

    @Test
    void aSignedTicketEntersOnceAndItsOldCodeNoLonger() {
        String code = sign("t1");
        assertThat(scan(code)).isEqualTo(Verdict.ADMITTED);
        assertThat(scan(code.toLowerCase(java.util.Locale.ROOT))).isEqualTo(Verdict.ALREADY_IN);
        assertThat(scan("t1")).isEqualTo(Verdict.REVOKED);
    }

    @Test
    void aTicketWhoseOrderHasNotComeIsLetInBySignatureAndOnlyOnce() {
        sign("t1");
        String code = unseen(new TicketId(new UUID(9, 9)), 1);
        assertThat(scan(code)).isEqualTo(Verdict.ADMITTED);
        assertThat(scan(code)).isEqualTo(Verdict.ALREADY_IN);
    }

    @Test
    void anAlteredCodeIsSaidToBeAltered() {
        String code = sign("t1");
        char last = code.charAt(code.length() - 1);
        String altered = code.substring(0, code.length() - 1) + (last == 'A' ? 'B' : 'A');
        assertThat(scan(altered)).isEqualTo(Verdict.BAD_SIGNATURE);
    }

    @Test
    void aReissueRevokesTheCodeBefore() {
        String first = sign("t1");
        SignOutcome again = signing.reissue(gala, id(first));
        assertThat(again).isInstanceOf(SignOutcome.Signed.class);
        String second = ((SignOutcome.Signed) again).ticket().code();
        assertThat(scan(first)).isEqualTo(Verdict.REVOKED);
        assertThat(scan(second)).isEqualTo(Verdict.ADMITTED);
    }

    /** Another console has issued again; the revocation has come, or only its newer code. */
    @Test
    void anOlderIssueIsRevokedAlsoWhereNobodySaidSo() {
        String first = sign("t1");
        TicketId ticket = id(first);
        String third = unseen(ticket, 3);
        assertThat(scan(third)).isEqualTo(Verdict.ADMITTED);
        signing.reissue(gala, ticket);
        assertThat(scan(unseen(ticket, 1))).isEqualTo(Verdict.REVOKED);
    }

    @Test
    void aCodeOfAnotherEventNamesIt() {
        Steps.merge(store, Samples.event("other", 3));
        EventId other = store.transactions().read(() -> store.events().id("other")).orElseThrow();
        TicketId ticket = ids(other).getFirst();
        String code = ((SignOutcome.Signed) signing.sign(other, ticket)).ticket().code();
        assertThat(scan(code)).isEqualTo(Verdict.WRONG_EVENT);
    }

    @Test
    void aRotatedKeyStaysGoodAndARetiredOneDoesNot() {
        String old = sign("t1");
        SigningKey second = signing.rotate(gala);
        String young = sign("t2");
        assertThat(scan(old)).isEqualTo(Verdict.ADMITTED);
        String first = signing.keys(gala).getFirst().id();
        assertThat(signing.retire(gala, first)).isPresent();
        assertThat(scan(old)).isEqualTo(Verdict.REVOKED);
        assertThat(scan(young)).isEqualTo(Verdict.ADMITTED);
        assertThat(second.id()).isGreaterThan(first);
    }

    @Test
    void aKeyNobodyKnowsIsAnUnknownTicket() {
        TicketKeys.Pair foreign = TicketKeys.generate();
        TicketPayload payload =
                new TicketPayload(
                        TicketKeys.tag(foreign.publicKey()),
                        new TicketId(new UUID(1, 1)),
                        TicketPayload.tag("general"),
                        1,
                        0,
                        null,
                        null);
        String code = TicketKeys.sign(payload, foreign.privateKey()).text();
        assertThat(scan(code)).isEqualTo(Verdict.UNKNOWN_TICKET);
    }

    @Test
    void signingTwiceKeepsTheCodeAndAChangeOfNameDoesToo() {
        String code = sign("t1");
        assertThat(signing.sign(gala, id(code))).isInstanceOf(SignOutcome.Kept.class);
    }

    @Test
    void keepsPrivateKeysFromOthersAndFromTheJournal() throws IOException {
        sign("t1");
        String secret =
                store.keys().privateKey(signing.keys(gala).getFirst().publicKey()).orElseThrow();
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            assertThat(files)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    new String(
                                                            Files.readAllBytes(file),
                                                            java.nio.charset.StandardCharsets
                                                                    .ISO_8859_1))
                                            .doesNotContain(secret));
        }
    }

    private Verdict scan(String code) {
        return Steps.scan(store, gala, code);
    }

    private String sign(String code) {
        return ((SignOutcome.Signed) signing.sign(gala, id(code))).ticket().code();
    }

    /** Signed with the event's first key, as another console with that key would. */
    private String unseen(TicketId ticket, int issue) {
        SigningKey key = signing.keys(gala).getFirst();
        TicketPayload payload =
                new TicketPayload(
                        TicketKeys.tag(key.publicKey()),
                        ticket,
                        TicketPayload.tag("general"),
                        issue,
                        0,
                        null,
                        null);
        String secret = store.keys().privateKey(key.publicKey()).orElseThrow();
        return TicketKeys.sign(payload, secret).text();
    }

    private TicketId id(String code) {
        return store.transactions()
                .read(
                        () -> {
                            List<TicketId> found = new java.util.ArrayList<>();
                            store.ticketing()
                                    .attendees(
                                            gala,
                                            row -> {
                                                if (row.code().equals(code)) {
                                                    found.add(row.id());
                                                }
                                            });
                            return found.getFirst();
                        });
    }

    private List<TicketId> ids(EventId event) {
        return store.transactions()
                .read(
                        () -> {
                            List<TicketId> found = new java.util.ArrayList<>();
                            store.ticketing().attendees(event, row -> found.add(row.id()));
                            return found;
                        });
    }
}
