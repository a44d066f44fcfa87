package org.eventops.console.feature.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Refresh;
import org.eventops.console.services.AuditServices;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditSearch;
import org.eventops.domain.audit.AuditVerdict;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Sought;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventRow;
import org.eventops.resources.Texts;

/** Who did what, as far as it is looked for, and whether it still stands as it was written. */
public final class AuditViewModel {
    /** More are for the export. */
    static final int MOST = 500;

    private final ScreenContext context;
    private final ConsoleServices services;
    private final Refresh refresh;
    private final ObservableList<AuditLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<AuditVerdict>> verdict =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper verifying = new ReadOnlyBooleanWrapper(false);
    private volatile Map<UUID, String> events = Map.of();
    private volatile String text = "";
    private volatile Optional<Deed> deed = Optional.empty();
    private Optional<LocalChanges.Subscription> listening = Optional.empty();

    public AuditViewModel(ScreenContext context, ConsoleServices services) {
        this.context = context;
        this.services = services;
        this.refresh =
                new Refresh(
                        () -> {
                            Texts texts = context.language().texts();
                            return context.tasks().read(() -> found(texts)).onSuccess(this::listed);
                        });
    }

    private AuditServices audit() {
        return services.access().audit();
    }

    void attach() {
        listening =
                Optional.of(
                        services.store()
                                .changes()
                                .listen(
                                        change -> {
                                            if (change.feature() == Feature.AUDIT) {
                                                refresh.request();
                                            }
                                        }));
        refresh.request();
    }

    /** A verdict is of its moment. */
    void detach() {
        listening.ifPresent(LocalChanges.Subscription::close);
        listening = Optional.empty();
        verdict.set(Optional.empty());
    }

    /** Looks for this from now on. */
    void search(String typed) {
        text = typed;
        refresh.request();
    }

    /** Looks only for what was done in this way from now on; empty for whatever. */
    void only(Optional<Deed> chosen) {
        deed = chosen;
        refresh.request();
    }

    private record Found(List<AuditLine> lines, Map<UUID, String> events) {}

    private Found found(Texts texts) {
        List<EventRow> rows =
                services.store().transactions().read(services.events().events()::rows);
        Map<UUID, String> names =
                rows.stream().collect(Collectors.toMap(row -> row.id().value(), EventRow::name));
        return new Found(audit().lines().find(search(texts, names, MOST)), names);
    }

    private AuditSearch search(Texts texts, Map<UUID, String> names, int most) {
        AuditSearch all = AuditSearch.newest(most);
        Sought sought = new AuditWords(texts, names).sought(text);
        return new AuditSearch(sought, all.scope(), deed, all.from(), all.until(), most);
    }

    private void listed(Found found) {
        boolean renamed = !events.equals(found.events());
        events = found.events();
        if (renamed || !lines.equals(found.lines())) {
            lines.setAll(found.lines());
        }
    }

    /** Holds every line against its hash, its chain and the journal. */
    void verify() {
        if (verifying.get()) {
            return;
        }
        verifying.set(true);
        verdict.set(Optional.empty());
        context.tasks()
                .read(progress -> audit().lines().verify(List.of(), progress))
                .onSuccess(found -> verdict.set(Optional.of(found)))
                .onEnd(() -> verifying.set(false))
                .start();
    }

    /** All that is looked for, not only what is shown. */
    boolean export(OutputStream out) throws IOException {
        audit().export()
                .write(
                        audit().lines()
                                .find(
                                        search(
                                                context.language().texts(),
                                                events,
                                                Integer.MAX_VALUE)),
                        out);
        return true;
    }

    ObservableList<AuditLine> lines() {
        return lines;
    }

    /** Names by their keys. */
    Map<UUID, String> events() {
        return events;
    }

    /** What verifying came to last. */
    ReadOnlyObjectProperty<Optional<AuditVerdict>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty verifyingProperty() {
        return verifying.getReadOnlyProperty();
    }
}
