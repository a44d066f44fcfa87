package org.eventops.sync.carry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.Hub.Sender;
import org.eventops.sync.server.TenantKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID TENANT = new UUID(1, 1);
    private static final Sender DOOR = new Sender(new UUID(2, 1), new UUID(2, 2));
    private static final Instant AT = Instant.parse("2026-11-21T20:00:00.000123Z");
    private static final RowChange CHANGE =
            new RowChange(
                    "gate",
                    new UUID(3, 1),
                    RowChange.Op.UPDATE,
                    new UUID(3, 2),
                    List.of(new RowChange.Column("name", "Norte", "Peña \"Ñ\"\n")));
    private static final LocalMutation SMALL =
            new LocalMutation(7, new UUID(4, 1), AT, List.of(CHANGE), false);
    private static final LocalMutation LARGE =
            new LocalMutation(8, new UUID(4, 2), AT, List.of(), true);
    private static final Parcel.Answer ANSWER =
            new Parcel.Answer(
                    DOOR,
                    new Receipt(
                            3,
                            new UUID(5, 1),
                            Receipt.Outcome.REJECTED,
                            "ROLE",
                            Map.of(new UUID(3, 1), 9L)));

    private final TenantKeys administrator = TenantKeys.made(RANDOM);
    private final TenantKeys door = administrator.withoutSealPrivate();
    @TempDir private Path folder;

    @Test
    void bringsWhatWasPutIn() throws Exception {
        assertThat(read(written(ParcelHeader.forConsoles(TENANT, door)), door))
                .containsExactly(head(), SMALL, LARGE, 0, false, LARGE, 1, true, ANSWER);
    }

    @Test
    void whatIsSealedOpensAtAnAdministratorsConsoleOnly() throws Exception {
        Path file = written(ParcelHeader.sealed(TENANT, door, RANDOM));
        assertThat(read(file, administrator)).contains(SMALL, ANSWER);
        assertThat(problem(file, TENANT, door)).isEqualTo(ParcelProblem.Kind.SEALED);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Path file = written(ParcelHeader.forConsoles(TENANT, door));
        assertThat(problem(file, new UUID(1, 2), door))
                .isEqualTo(ParcelProblem.Kind.OTHER_ORGANISATION);
        Path other = Files.writeString(folder.resolve("x"), "EVENTOPS CHANCES and so on");
        assertThat(problem(other, TENANT, door)).isEqualTo(ParcelProblem.Kind.NOT_A_PARCEL);
        byte[] bytes = Files.readAllBytes(file);
        bytes[ParcelHeader.MARK.length] = 9;
        Path newer = Files.write(folder.resolve("y"), bytes);
        assertThat(problem(newer, TENANT, door)).isEqualTo(ParcelProblem.Kind.NEWER);
    }

    @Test
    void noFileThatWasCutAnywhereIsTakenForAWholeOne() throws Exception {
        byte[] bytes = Files.readAllBytes(written(ParcelHeader.forConsoles(TENANT, door)));
        for (int end = 0; end < bytes.length; end++) {
            Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(bytes, end));
            assertThatThrownBy(() -> read(cut, door)).isInstanceOf(ParcelProblem.class);
        }
    }

    @Test
    void noByteCanBeReadWithoutTheKey() throws Exception {
        byte[] bytes = Files.readAllBytes(written(ParcelHeader.forConsoles(TENANT, door)));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Norte", "gate");
    }

    private Path written(ParcelHeader.Keyed keyed) throws IOException {
        Path file = folder.resolve("parcel");
        OutputStream out = Files.newOutputStream(file);
        try (ParcelWriter writer = new ParcelWriter(out, keyed, RANDOM)) {
            writer.head(head());
            writer.mutation(SMALL);
            writer.part(LARGE, 0, false, List.of(CHANGE, CHANGE));
            writer.part(LARGE, 1, true, List.of(CHANGE));
            writer.answer(ANSWER);
        }
        return file;
    }

    private static Parcel.Head head() {
        return new Parcel.Head(TENANT, DOOR, "puerta norte", AT);
    }

    private static ParcelProblem.Kind problem(Path file, UUID tenant, TenantKeys keys) {
        try {
            ParcelReader.read(file, tenant, keys, new Kept());
            throw new AssertionError("it was read");
        } catch (ParcelProblem e) {
            return e.kind();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Object> read(Path file, TenantKeys keys) throws Exception {
        Kept kept = new Kept();
        ParcelReader.read(file, TENANT, keys, kept);
        return kept.all;
    }

    private static final class Kept implements Parcel.Visitor {
        private final List<Object> all = new ArrayList<>();

        @Override
        public void head(Parcel.Head head) {
            all.add(head);
        }

        @Override
        public void mutation(LocalMutation mutation) {
            all.add(mutation);
        }

        @Override
        public void part(LocalMutation head, int part, boolean last, List<RowChange> changes) {
            assertThat(changes).hasSize(last ? 1 : 2).containsOnly(CHANGE);
            all.add(head);
            all.add(part);
            all.add(last);
        }

        @Override
        public void answer(Parcel.Answer answer) {
            all.add(answer);
        }
    }
}
