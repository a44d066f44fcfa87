package org.eventops.console.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/** The screens there are, and the one that is shown. */
public final class Screens implements Navigation {
    private final ReadOnlyObjectWrapper<Optional<Screen>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<ScreenGroup> groups = List.of();
    private final Map<Screen, Node> pages = new HashMap<>();
    private Predicate<String> gate = titleKey -> true;

    /** Screens know the navigation, so they come after it. */
    public void fill(List<ScreenGroup> all) {
        groups = all.stream().filter(each -> !each.screens().isEmpty()).toList();
    }

    /**
     * @param permits whether a screen may be gone to now, by the key of its title
     */
    public void gate(Predicate<String> permits) {
        gate = permits;
    }

    /** What is drawn of a screen; the same every time. */
    public Node page(Screen screen) {
        return pages.computeIfAbsent(screen, Screen::node);
    }

    /** None of them is empty. */
    public List<ScreenGroup> groups() {
        return groups;
    }

    /** Group by group. */
    public List<Screen> all() {
        return groups.stream().flatMap(each -> each.screens().stream()).toList();
    }

    @Override
    public void open(String titleKey) {
        all().stream()
                .filter(each -> each.titleKey().equals(titleKey))
                .findFirst()
                .filter(each -> gate.test(titleKey))
                .ifPresent(this::show);
    }

    @Override
    public boolean leadsTo(String titleKey) {
        return all().stream().anyMatch(each -> each.titleKey().equals(titleKey));
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
