package org.eventops.console;

import java.util.UUID;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.Consoles;

/** The consoles of a store that belongs to no hub. */
final class NoConsoles implements Consoles {
    @Override
    public ListOutcome list() {
        return new Unasked.Alone();
    }

    @Override
    public LetInOutcome letIn(Wanted wanted, Progress progress) {
        return new Unasked.Alone();
    }

    @Override
    public TakeOutOutcome takeOut(UUID console) {
        return new Unasked.Alone();
    }
}
