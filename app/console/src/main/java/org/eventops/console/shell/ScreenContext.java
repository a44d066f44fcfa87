package org.eventops.console.shell;

import org.eventops.console.platform.Faults;
import org.eventops.console.platform.TaskRunner;

/** What every screen is given besides its own services. */
public record ScreenContext(
        TaskRunner tasks,
        Faults faults,
        Language language,
        CurrentEvent current,
        Notices notices,
        Navigation navigation,
        Permits permits) {}
