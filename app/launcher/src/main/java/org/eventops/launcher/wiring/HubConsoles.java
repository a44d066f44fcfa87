package org.eventops.launcher.wiring;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubAccess;
import org.eventops.sync.server.HubAdministration;

/** The organisation's consoles, asked of the hub that the open store belongs to. */
final class HubConsoles implements Consoles {
    private final HubExchange exchange;
    private final SecureRandom random = new SecureRandom();

    HubConsoles(HubExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public ListOutcome list() {
        return asked(Consoles::list, unasked -> unasked);
    }

    @Override
    public LetInOutcome letIn(Wanted wanted, Progress progress) {
        return asked(hub -> hub.letIn(wanted, progress), unasked -> unasked);
    }

    @Override
    public TakeOutOutcome takeOut(UUID console) {
        return asked(hub -> hub.takeOut(console), unasked -> unasked);
    }

    private <T> T asked(Function<Consoles, T> question, Function<Unasked, T> otherwise) {
        if (exchange.isOff()) {
            return otherwise.apply(new Unasked.Failed(Trouble.SWITCHED_OFF));
        }
        try {
            Optional<HubAccess> access = exchange.access();
            return access.isEmpty()
                    ? otherwise.apply(new Unasked.Alone())
                    : question.apply(new HubAdministration(access.get(), random));
        } catch (HubProblem e) {
            return otherwise.apply(new Unasked.Failed(e.trouble()));
        }
    }
}
