package org.eventops.sync.carry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.Hub.Sender;
import org.eventops.sync.engine.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * Brings the parcels of others to the hub, and keeps its answers for the way back. Whatever stops
 * it, it can be begun again: the hub gives the same answers.
 */
public final class CarriedForward {
    private static final int BATCH = 200;

    private final ParcelFolder folder;
    private final Parcels.Me me;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public CarriedForward(ParcelFolder folder, Parcels.Me me, Clock clock) {
        this.folder = folder;
        this.me = me;
        this.clock = clock;
    }

    /** What waits to be brought, oldest first. */
    List<Path> waiting() {
        return folder.parcels();
    }

    /**
     * Brings one parcel.
     *
     * @throws ParcelProblem if a kept file was damaged since it was taken in
     */
    void bring(Hub hub, Path parcel) throws HubProblem, IOException, ParcelProblem {
        Bringing bringing = new Bringing(hub);
        try {
            ParcelReader.read(parcel, me.tenant(), me.keys(), bringing);
            bringing.flush();
        } catch (Stopped e) {
            throw e.problem;
        }
        write(parcel, bringing);
    }

    private void write(Path parcel, Bringing bringing) throws IOException {
        Path writing = ParcelFolder.answersBeing(parcel);
        ParcelHeader.Keyed keyed = ParcelHeader.forConsoles(me.tenant(), me.keys());
        try (ParcelWriter out = new ParcelWriter(Files.newOutputStream(writing), keyed, random)) {
            out.head(new Parcel.Head(me.tenant(), bringing.sender(), me.name(), clock.instant()));
            for (Receipt receipt : bringing.receipts) {
                out.answer(new Parcel.Answer(bringing.sender(), receipt));
            }
        }
        folder.answered(parcel, writing);
    }

    /** A visitor may only throw what files throw. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final HubProblem problem;

        Stopped(HubProblem problem) {
            super(problem);
            this.problem = problem;
        }
    }

    private static final class Bringing implements Parcel.Visitor {
        private final Hub hub;
        private final List<LocalMutation> batch = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private @Nullable Sender sender;

        Bringing(Hub hub) {
            this.hub = hub;
        }

        /** After the head, with which every parcel begins. */
        Sender sender() {
            return Objects.requireNonNull(sender, "no head");
        }

        @Override
        public void head(Parcel.Head head) {
            sender = head.sender();
        }

        @Override
        public void mutation(LocalMutation mutation) {
            batch.add(mutation);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            if (batch.isEmpty()) {
                return;
            }
            try {
                receipts.addAll(hub.push(sender(), List.copyOf(batch)));
                batch.clear();
            } catch (HubProblem e) {
                throw new Stopped(e);
            }
        }

        @Override
        public void part(LocalMutation head, int part, boolean last, List<RowChange> changes) {
            flush();
            try {
                hub.pushPart(sender(), head, part, last, changes).ifPresent(receipts::add);
            } catch (HubProblem e) {
                throw new Stopped(e);
            }
        }

        @Override
        public void answer(Parcel.Answer answer) {
            // Answers were taken in with the parcel; the hub knows them.
        }
    }
}
