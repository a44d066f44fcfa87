package org.eventops.sync.carry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Rows;
import org.eventops.sync.engine.Hub.Sender;
import org.eventops.sync.server.TenantKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives changes out as a file, and takes those of other consoles in. */
public final class Parcels {
    private static final Logger LOG = LoggerFactory.getLogger(Parcels.class);
    private static final int SMALL = 100;
    private static final int BATCH = 500;
    private static final long BYTES = 4L << 20;

    private final Outbox outbox;
    private final Replica replica;
    private final ParcelFolder folder;
    private final Me me;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param name of this console at the hub
     */
    public record Me(UUID device, UUID tenant, String name, TenantKeys keys) {}

    /**
     * @param mutations of this console that wait for the hub
     * @param answers of the hub for others
     */
    public record Written(int mutations, int answers) {}

    /**
     * @param from name of the console that wrote it; null for one of our own
     * @param mutations it brought, to be handed to the hub
     * @param applied changes that took effect here at once
     * @param answers of the hub for this console's own
     */
    public record TakenIn(@Nullable String from, int mutations, int applied, int answers) {}

    public Parcels(Outbox outbox, Replica replica, ParcelFolder folder, Me me, Clock clock) {
        this.outbox = outbox;
        this.replica = replica;
        this.folder = folder;
        this.me = me;
        this.clock = clock;
    }

    /**
     * Writes what waits here, and the answers there are for others, for any console of the
     * organisation. The file is whole or not there.
     */
    public Written write(Path file) throws IOException {
        return write(file, ParcelHeader.forConsoles(me.tenant(), me.keys()));
    }

    /** The same, so that only an administrator's console can open it. */
    public Written seal(Path file) throws IOException {
        return write(file, ParcelHeader.sealed(me.tenant(), me.keys(), random));
    }

    private Written write(Path file, ParcelHeader.Keyed keyed) throws IOException {
        Path writing = file.resolveSibling(file.getFileName() + ".writing");
        Written written;
        try (ParcelWriter out = writer(writing, keyed)) {
            out.head(head(clock.instant()));
            written = new Written(mutations(out), answers(out));
        }
        Files.move(writing, file, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }

    private ParcelWriter writer(Path file, ParcelHeader.Keyed keyed) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new ParcelWriter(out, keyed, random);
    }

    private Parcel.Head head(Instant now) {
        UUID lineage =
                replica.membership()
                        .map(Replica.Membership::lineage)
                        .orElseThrow(() -> new IllegalStateException("no hub"));
        return new Parcel.Head(
                me.tenant(),
                new Sender(me.device(), lineage),
                me.name(),
                now.truncatedTo(ChronoUnit.MICROS));
    }

    private int mutations(ParcelWriter out) throws IOException {
        int count = 0;
        long after = 0;
        List<LocalMutation> some = outbox.waiting(after, BATCH, BYTES);
        while (!some.isEmpty()) {
            for (LocalMutation mutation : some) {
                write(out, mutation);
                after = mutation.number();
                count++;
            }
            some = outbox.waiting(after, BATCH, BYTES);
        }
        return count;
    }

    private void write(ParcelWriter out, LocalMutation mutation) throws IOException {
        if (!mutation.large()) {
            out.mutation(mutation);
            return;
        }
        try {
            outbox.parts(
                    mutation.number(),
                    (part, last, changes) -> {
                        try {
                            out.part(mutation, part, last, changes);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int answers(ParcelWriter out) throws IOException {
        List<Parcel.Answer> all = new ArrayList<>();
        for (Path answers : folder.answers()) {
            gather(answers, all);
        }
        for (Parcel.Answer answer : all) {
            out.answer(answer);
        }
        return all.size();
    }

    private void gather(Path answers, List<Parcel.Answer> all) throws IOException {
        try {
            ParcelReader.read(answers, me.tenant(), me.keys(), new Answers(all));
        } catch (ParcelProblem e) {
            // The hub gives its answers again to whoever asks: none is lost with this file.
            LOG.warn(
                    "answers of the hub are damaged and are left out: {}",
                    answers.getFileName(),
                    e);
        }
    }

    /**
     * Takes a file in: verified to its end first, then laid over what is here in one transaction,
     * and kept to be brought to the hub. Taking it in again changes nothing.
     */
    public TakenIn takeIn(Path file) throws IOException, ParcelProblem {
        Look look = new Look();
        ParcelReader.read(file, me.tenant(), me.keys(), look);
        Parcel.Head head = look.head();
        boolean own = head.sender().device().equals(me.device());
        if (!own && look.mutations > 0) {
            folder.keep(file, head.sender().device(), head.written().toEpochMilli());
        }
        Set<UUID> scopes =
                replica.cursors().stream().map(Cursor::scope).collect(Collectors.toSet());
        replica.seen(look.latest);
        return laid(file, look, own, scopes);
    }

    private TakenIn laid(Path file, Look look, boolean own, Set<UUID> scopes)
            throws IOException, ParcelProblem {
        boolean small = look.mutations + look.answers < SMALL && look.parts == 0;
        try {
            return replica.apply(
                    small ? Replica.Weight.SMALL : Replica.Weight.LARGE,
                    rows -> {
                        CarriedChanges changes = new CarriedChanges(rows, scopes);
                        Laying laying = new Laying(changes, own, answer -> mine(rows, answer));
                        readAgain(file, laying);
                        return new TakenIn(
                                own ? null : look.name,
                                own ? 0 : look.mutations,
                                changes.applied(),
                                laying.mine);
                    });
        } catch (Interrupted e) {
            throw e.problem;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readAgain(Path file, Parcel.Visitor visitor) {
        try {
            ParcelReader.read(file, me.tenant(), me.keys(), visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParcelProblem e) {
            throw new Interrupted(e);
        }
    }

    private boolean mine(Rows rows, Parcel.Answer answer) {
        boolean mine =
                replica.membership()
                        .filter(known -> known.device().equals(answer.sender().device()))
                        .filter(known -> known.lineage().equals(answer.sender().lineage()))
                        .isPresent();
        if (mine) {
            rows.receipt(answer.receipt(), clock.instant());
        }
        return mine;
    }

    /** The file was whole a moment ago: a stick that was pulled out. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ParcelProblem problem;

        Interrupted(ParcelProblem problem) {
            super(problem);
            this.problem = problem;
        }
    }
}
