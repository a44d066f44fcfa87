package org.eventops.console.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;

/** What the person chose for this console; kept in the store, not synced. */
public final class Preferences {
    private static final String PREFIX = "console.";
    private static final String LANGUAGE = PREFIX + "language";
    private static final String THEME = PREFIX + "theme";
    private static final String TEXT_SIZE = PREFIX + "textSize";
    private static final String COLOUR_BLIND = PREFIX + "colourBlind";
    private static final String TOUCH = PREFIX + "touch";
    private static final String LOCK = PREFIX + "lockMinutes";
    private static final String DEVICE = "device.name";

    /** Minutes without a touch after which the window is locked; 0 for never. */
    public static final List<Integer> LOCK_MINUTES = List.of(5, 10, 15, 30, 60, 0);

    private static final int USUAL_LOCK = 10;

    private final StoreServices store;
    private final TaskRunner tasks;
    private final Access access;
    private final Language language;
    private final Appearance appearance;
    private final ReadOnlyObjectWrapper<Integer> lockMinutes =
            new ReadOnlyObjectWrapper<>(USUAL_LOCK);
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");

    public Preferences(
            StoreServices store,
            TaskRunner tasks,
            Access access,
            Language language,
            Appearance appearance) {
        this.store = store;
        this.access = access;
        this.tasks = tasks;
        this.language = language;
        this.appearance = appearance;
    }

    /** Reads what was kept and applies it. */
    public Job<Map<String, String>> load() {
        return tasks.read(() -> store.transactions().read(() -> kept())).onSuccess(this::apply);
    }

    private Map<String, String> kept() {
        Map<String, String> all = new HashMap<>(store.settings().under(PREFIX));
        store.settings().get(DEVICE).ifPresent(name -> all.put(DEVICE, name));
        return all;
    }

    private void apply(Map<String, String> kept) {
        if (kept.containsKey(LANGUAGE)) {
            language.choose(Locale.forLanguageTag(kept.getOrDefault(LANGUAGE, "es")));
        }
        for (Appearance.Theme each : Appearance.Theme.values()) {
            if (each.name().equals(kept.get(THEME))) {
                appearance.themeProperty().set(each);
            }
        }
        appearance.colourBlindProperty().set(Boolean.parseBoolean(kept.get(COLOUR_BLIND)));
        appearance.touchProperty().set(Boolean.parseBoolean(kept.get(TOUCH)));
        Appearance.SIZES.stream()
                .filter(size -> size.toString().equals(kept.get(TEXT_SIZE)))
                .findFirst()
                .ifPresent(appearance.textSizeProperty()::set);
        LOCK_MINUTES.stream()
                .filter(minutes -> minutes.toString().equals(kept.get(LOCK)))
                .findFirst()
                .ifPresent(lockMinutes::set);
        device.set(kept.getOrDefault(DEVICE, ""));
    }

    public void chooseLanguage(Locale locale) {
        language.choose(locale);
        keep(LANGUAGE, locale.getLanguage());
    }

    public void chooseTheme(Appearance.Theme theme) {
        appearance.themeProperty().set(theme);
        keep(THEME, theme.name());
    }

    public void chooseTextSize(int percent) {
        appearance.textSizeProperty().set(percent);
        keep(TEXT_SIZE, Integer.toString(percent));
    }

    public void chooseColourBlind(boolean safe) {
        appearance.colourBlindProperty().set(safe);
        keep(COLOUR_BLIND, Boolean.toString(safe));
    }

    public void chooseTouch(boolean fingers) {
        appearance.touchProperty().set(fingers);
        keep(TOUCH, Boolean.toString(fingers));
    }

    public void chooseLockMinutes(int minutes) {
        setUp(LOCK, Integer.toString(minutes), () -> lockMinutes.set(minutes));
    }

    /** Minutes without a touch after which the window is locked; 0 for never. */
    public ReadOnlyObjectProperty<Integer> lockMinutesProperty() {
        return lockMinutes.getReadOnlyProperty();
    }

    public void nameDevice(String name) {
        setUp(DEVICE, name.strip(), () -> device.set(name.strip()));
    }

    /** Whether whoever works here may change what is everybody's at this console. */
    public boolean maySetUp() {
        return access.mayAnywhere(Permission.SET_UP_CONSOLE);
    }

    private void setUp(String key, String value, Runnable kept) {
        tasks.write(
                        () -> {
                            access.needAnywhere(Permission.SET_UP_CONSOLE);
                            return put(key, value);
                        })
                .onSuccess(done -> kept.run())
                .start();
    }

    private void keep(String key, String value) {
        tasks.write(() -> put(key, value)).start();
    }

    private String put(String key, String value) {
        return store.transactions()
                .write(
                        () -> {
                            store.settings().put(key, value);
                            return value;
                        });
    }

    /** The name of this console; the empty text while it has none. */
    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    public Language language() {
        return language;
    }

    public Appearance appearance() {
        return appearance;
    }
}
