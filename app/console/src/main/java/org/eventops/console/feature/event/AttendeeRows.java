package org.eventops.console.feature.event;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.platform.TaskRunner;
import org.eventops.domain.door.search.Folding;
import org.eventops.domain.ticketing.AttendeeRow;
import org.jspecify.annotations.Nullable;

/**
 * The attendees as the table shows them. A hundred thousand are filtered and sorted beside the
 * drawing thread, and put in place at one stroke.
 */
final class AttendeeRows {
    private final TaskRunner tasks;
    private final ObservableList<AttendeeRow> shown = FXCollections.observableArrayList();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper arranged = new ReadOnlyIntegerWrapper();
    private final Refresh refresh = new Refresh(this::question);
    private List<AttendeeEntry> all = List.of();
    private @Nullable Comparator<AttendeeEntry> order;
    private int taken;

    AttendeeRows(TaskRunner tasks) {
        this.tasks = tasks;
        typed.addListener((property, before, now) -> refresh.request());
    }

    void take(List<AttendeeEntry> entries) {
        all = List.copyOf(entries);
        taken++;
        refresh.request();
    }

    void clear() {
        all = List.of();
        taken++;
        typed.set("");
        shown.clear();
    }

    /**
     * @param by absent means as the store gives them
     */
    void sort(@Nullable Comparator<AttendeeEntry> by) {
        order = by;
        refresh.request();
    }

    private Job<List<AttendeeRow>> question() {
        List<AttendeeEntry> entries = all;
        String wanted = Folding.fold(typed.get().strip());
        Comparator<AttendeeEntry> by = order;
        int asked = taken;
        return tasks.read(() -> arranged(entries, wanted, by)).onSuccess(rows -> put(asked, rows));
    }

    private static List<AttendeeRow> arranged(
            List<AttendeeEntry> entries, String wanted, @Nullable Comparator<AttendeeEntry> by) {
        Stream<AttendeeEntry> fitting = entries.stream().filter(each -> each.has(wanted));
        return (by == null ? fitting : fitting.sorted(by)).map(AttendeeEntry::row).toList();
    }

    /** What was asked of attendees before these comes too late. */
    private void put(int asked, List<AttendeeRow> rows) {
        if (asked == taken) {
            shown.setAll(rows);
            arranged.set(arranged.get() + 1);
        }
    }

    ObservableList<AttendeeRow> shown() {
        return shown;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /** Counts up each time the rows have been put in place. */
    ReadOnlyIntegerProperty arrangedProperty() {
        return arranged.getReadOnlyProperty();
    }
}
