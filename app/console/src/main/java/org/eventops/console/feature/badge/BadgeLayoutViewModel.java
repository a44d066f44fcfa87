package org.eventops.console.feature.badge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.services.BadgeServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeOwner;
import org.eventops.domain.badge.BadgePicture;
import org.eventops.domain.badge.Box;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;

/** The layout of the event's badges as it is being made: each change is kept and can be undone. */
public final class BadgeLayoutViewModel {
    static final int NONE = -1;

    /** Pixels to a millimetre beyond which the preview is not drawn. */
    private static final double SHARPEST = 12;

    /** Dots to a millimetre of the usual badge printer. */
    private static final double PRINTER = 8;

    private final ScreenContext context;
    private final BadgeServices badges;
    private final ReadOnlyObjectWrapper<BadgeLayout> layout =
            new ReadOnlyObjectWrapper<>(BadgeLayout.standard());
    private final ReadOnlyObjectWrapper<Optional<Drawn>> drawn =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final Deque<BadgeLayout> before = new ArrayDeque<>();
    private final Refresh drawing = new Refresh(this::draw);
    private Optional<BadgeFace> attendee = Optional.empty();
    private Optional<BadgeLayout> grabbed = Optional.empty();
    private Optional<EventId> event = Optional.empty();
    private double wide = 600;
    private double high = 340;
    private int nudged = NONE;
    private int saving;

    public BadgeLayoutViewModel(ScreenContext context, BadgeServices badges) {
        this.context = context;
        this.badges = badges;
    }

    /**
     * A layout as it looks.
     *
     * @param scale pixels to a millimetre
     * @param module side of the code's smallest module in millimetres, at 8 dots to a millimetre
     * @param sample whether the event has nobody whose badge this could be
     */
    record Drawn(BadgePicture picture, double scale, double module, boolean sample) {}

    private record Found(BadgeLayout layout, Optional<BadgeFace> attendee) {}

    /** Pixels to a millimetre at which the layout fits its place in the window. */
    double scale() {
        BadgeLayout now = layout.get();
        return Math.min(SHARPEST, Math.min(wide / now.width(), high / now.height()));
    }

    /** How many pixels there are for the preview. */
    void room(double pixelsWide, double pixelsHigh) {
        wide = Math.max(1, pixelsWide);
        high = Math.max(1, pixelsHigh);
        if (event.isPresent()) {
            drawing.request();
        }
    }

    /** Asks the store for the current event's layout, and for somebody to show it with. */
    void load() {
        Optional<EventId> now = context.current().get().map(EventRow::id);
        if (!now.equals(event)) {
            event = now;
            forget();
        }
        now.filter(each -> saving == 0).ifPresent(this::load);
    }

    private void forget() {
        before.clear();
        undoable.set(false);
        selected.set(NONE);
        grabbed = Optional.empty();
        drawn.set(Optional.empty());
    }

    private void load(EventId asked) {
        context.tasks()
                .read(
                        () ->
                                new Found(
                                        badges.badges().layout(asked),
                                        badges.badges().owners(asked, 1).stream()
                                                .findFirst()
                                                .map(BadgeOwner::face)))
                .onSuccess(found -> show(asked, found))
                .start();
    }

    private void show(EventId asked, Found found) {
        if (event.equals(Optional.of(asked)) && saving == 0 && grabbed.isEmpty()) {
            attendee = found.attendee();
            set(found.layout());
        }
    }

    private void set(BadgeLayout now) {
        layout.set(now);
        if (selected.get() >= now.elements().size()) {
            selected.set(NONE);
        }
        drawing.request();
    }

    private Job<Optional<Drawn>> draw() {
        BadgeLayout now = layout.get();
        Optional<EventRow> row = context.current().get();
        BadgeFace face =
                attendee.orElseGet(
                        () -> SampleFace.of(context.language().texts(), row.orElseThrow()));
        double scale = scale();
        boolean sample = attendee.isEmpty();
        return context.tasks()
                .read(
                        progress ->
                                Optional.of(
                                        new Drawn(
                                                badges.papers()
                                                        .picture(
                                                                now,
                                                                face,
                                                                context.language().locale(),
                                                                scale),
                                                scale,
                                                badges.papers().module(now, face.code(), PRINTER),
                                                sample)))
                .onSuccess(drawn::set)
                .onError(
                        IOException.class,
                        failure -> context.notices().tell(context.language().get("badge.broken")));
    }

    /** Changes the layout in one step that can be undone. */
    void change(UnaryOperator<BadgeLayout> how) {
        nudged = NONE;
        step(how.apply(layout.get()));
    }

    private void step(BadgeLayout now) {
        BadgeLayout was = layout.get();
        if (!now.equals(was)) {
            before.push(was);
            undoable.set(true);
            set(now);
            keep(now);
        }
    }

    /** Changes the selected element, if there is one. */
    void changeSelected(UnaryOperator<BadgeElement> how) {
        selectedElement()
                .ifPresent(each -> change(all -> all.with(selected.get(), how.apply(each))));
    }

    /** Moves the selected element by millimetres; moves in a row are one step. */
    void nudge(double right, double down) {
        selectedElement()
                .ifPresent(
                        each -> {
                            Box box = each.box();
                            BadgeLayout now =
                                    layout.get()
                                            .with(
                                                    selected.get(),
                                                    each.in(
                                                            new Box(
                                                                    box.x() + right,
                                                                    box.y() + down,
                                                                    box.width(),
                                                                    box.height())));
                            nudged(now);
                        });
    }

    private void nudged(BadgeLayout now) {
        if (nudged != selected.get()) {
            step(now);
            nudged = selected.get();
        } else if (!now.equals(layout.get())) {
            set(now);
            keep(now);
        }
    }

    /** The selected element is being dragged; nothing is kept until it is let go. */
    void drag(Box to) {
        selectedElement()
                .ifPresent(
                        each -> {
                            if (grabbed.isEmpty()) {
                                grabbed = Optional.of(layout.get());
                            }
                            set(layout.get().with(selected.get(), each.in(to)));
                        });
    }

    /** Keeps what was dragged, as one step. */
    void drop() {
        grabbed.ifPresent(
                was -> {
                    BadgeLayout now = layout.get();
                    grabbed = Optional.empty();
                    layout.set(was);
                    nudged = NONE;
                    step(now);
                });
    }

    void add(BadgeElement element) {
        if (layout.get().elements().size() < BadgeLayout.MOST_ELEMENTS) {
            change(all -> all.with(element));
            selected.set(layout.get().elements().size() - 1);
        }
    }

    void removeSelected() {
        if (selectedElement().isPresent()) {
            int index = selected.get();
            selected.set(NONE);
            change(all -> all.without(index));
        }
    }

    void undo() {
        if (!before.isEmpty()) {
            nudged = NONE;
            BadgeLayout was = before.pop();
            undoable.set(!before.isEmpty());
            set(was);
            keep(was);
        }
    }

    private void keep(BadgeLayout now) {
        event.ifPresent(
                each -> {
                    saving++;
                    context.tasks()
                            .write(
                                    () -> {
                                        badges.badges().save(each, now);
                                        return now;
                                    })
                            .onEnd(() -> saving--)
                            .start();
                });
    }

    /** Takes a picture file as the layout's logo, or says why not. */
    void takeLogo(Path file) {
        context.tasks()
                .read(progress -> logo(file))
                .onSuccess(
                        picture ->
                                picture.ifPresentOrElse(
                                        each -> change(all -> all.withLogo(each)),
                                        () -> refuse(file)))
                .onError(IOException.class, failure -> refuse(file))
                .start();
    }

    private Optional<String> logo(Path file) throws IOException {
        if (Files.size(file) > BadgeLayout.LARGEST_LOGO) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        return badges.papers().isPicture(bytes)
                ? Optional.of(Base64.getEncoder().encodeToString(bytes))
                : Optional.empty();
    }

    private void refuse(Path file) {
        context.notices()
                .tell(
                        context.language()
                                .get(
                                        "badge.logo.refused",
                                        file.getFileName(),
                                        BadgeLayout.LARGEST_LOGO / 1000));
    }

    Optional<BadgeElement> selectedElement() {
        int index = selected.get();
        return index >= 0 && index < layout.get().elements().size()
                ? Optional.of(layout.get().elements().get(index))
                : Optional.empty();
    }

    ReadOnlyObjectProperty<BadgeLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Drawn>> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Index of an element, {@link #NONE} for none. */
    IntegerProperty selectedProperty() {
        return selected;
    }
}
