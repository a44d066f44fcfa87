package org.eventops.console.shell;

import java.util.List;
import java.util.function.Predicate;

/**
 * Screens that stand together in the navigation.
 *
 * @param titleKey key of what they have in common, such as {@code app.group.event}
 */
public record ScreenGroup(String titleKey, List<Screen> screens) {
    public ScreenGroup {
        screens = List.copyOf(screens);
    }

    /** The same with those of its screens only that fit. */
    public ScreenGroup only(Predicate<Screen> fits) {
        return new ScreenGroup(titleKey, screens.stream().filter(fits).toList());
    }
}
