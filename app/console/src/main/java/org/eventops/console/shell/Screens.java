package org.eventops.console.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The screens there are, and the one that is shown. */
public final class Screens implements Navigation {
    private final ReadOnlyObjectWrapper<Optional<Screen>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Screen> all = List.of();

    /** Screens know the navigation, so they come after it. */
    public void fill(List<Screen> screens) {
        all = List.copyOf(screens);
    }

    public List<Screen> all() {
        return all;
    }

    @Override
    public void open(String titleKey) {
        all.stream()
                .filter(each -> each.titleKey().equals(titleKey))
                .findFirst()
                .ifPresent(this::show);
    }

    @Override
    public boolean leadsTo(String titleKey) {
        return all.stream().anyMatch(each -> each.titleKey().equals(titleKey));
    }

    private void show(Screen next) {
        if (shown.get().filter(next::equals).isPresent()) {
            return;
        }
        shown.get().ifPresent(Screen::detach);
        shown.set(Optional.of(next));
        next.attach();
    }

    public ReadOnlyObjectProperty<Optional<Screen>> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
