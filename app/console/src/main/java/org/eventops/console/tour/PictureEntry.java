package org.eventops.console.tour;

import java.util.List;
import org.eventops.domain.unlock.Entry;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;

/** A way in for pictures: who may come is as shown, and nobody ever does. */
public final class PictureEntry implements Entry {
    private volatile List<String> names = List.of();

    public void show(List<String> people) {
        names = List.copyOf(people);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public UnlockOutcome enter(UnlockAttempt attempt) {
        return new UnlockOutcome.Wrong(2);
    }
}
