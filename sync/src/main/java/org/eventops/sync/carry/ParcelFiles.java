package org.eventops.sync.carry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.eventops.domain.sync.ChangeFiles;

/** {@link ChangeFiles} by parcels; of a console that may not have a hub yet. */
public final class ParcelFiles implements ChangeFiles {
    private final Supplier<Optional<Parcels>> parcels;

    /**
     * @param parcels empty as long as this console belongs to no hub
     */
    public ParcelFiles(Supplier<Optional<Parcels>> parcels) {
        this.parcels = parcels;
    }

    @Override
    public boolean isOne(Path file) throws IOException {
        return ParcelReader.isParcel(file);
    }

    @Override
    public GiveOutcome give(Path file) throws IOException {
        Optional<Parcels> own = parcels.get();
        if (own.isEmpty()) {
            return new GiveOutcome.Alone();
        }
        Parcels.Written written = own.get().write(file);
        return new GiveOutcome.Given(written.mutations(), written.answers());
    }

    @Override
    public TakeOutcome take(Path file) throws IOException {
        Optional<Parcels> own = parcels.get();
        if (own.isEmpty()) {
            return new TakeOutcome.Refused(Reason.ALONE);
        }
        try {
            Parcels.TakenIn taken = own.get().takeIn(file);
            return new TakeOutcome.Taken(
                    taken.from(), taken.mutations(), taken.applied(), taken.answers());
        } catch (ParcelProblem e) {
            return new TakeOutcome.Refused(Reason.valueOf(e.kind().name()));
        }
    }
}
