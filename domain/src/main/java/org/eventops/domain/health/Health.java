package org.eventops.domain.health;

import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** How this console is, whenever it is asked. */
public interface Health {
    /**
     * Everything. May take seconds, where devices are asked.
     *
     * @throws org.eventops.domain.change.StoreException if the store does not answer
     */
    @Needs(Permission.SET_UP_CONSOLE)
    HealthReport report();

    /**
     * The same without what takes long; often enough, it shows what goes wrong while people work.
     *
     * @throws org.eventops.domain.change.StoreException if the store does not answer
     */
    @Needs(Permission.SET_UP_CONSOLE)
    HealthReport glance();
}
