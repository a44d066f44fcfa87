package org.eventops.console.feature.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Refresh;
import org.eventops.console.platform.Running;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.PrivacyServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.Progress;
import org.eventops.domain.privacy.DueEvent;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.EraseRequest;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalDocuments;
import org.eventops.domain.privacy.RetentionService;

/** Whom somebody asked for, what is kept of them, and for how long attendees are kept. */
public final class PrivacyViewModel {
    private final ScreenContext context;
    private final ConsoleServices services;
    private final Refresh rules;
    private final ReadOnlyObjectWrapper<Optional<FindOutcome>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EraseOutcome>> plan =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Said>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> rule =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Said>> applying =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper admits = new ReadOnlyBooleanWrapper();
    private final ObservableList<DueEvent> due = FXCollections.observableArrayList();
    private final ConsentViewModel consents;
    private Running running = Running.NOTHING;
    private String asked = "";

    public PrivacyViewModel(ScreenContext context, ConsoleServices services) {
        this.context = context;
        this.services = services;
        this.rules =
                new Refresh(
                        () ->
                                context.tasks()
                                        .read(
                                                () ->
                                                        new Rules(
                                                                privacy().retention().rule(),
                                                                privacy().retention().due()))
                                        .onSuccess(this::ruled));
        this.consents =
                new ConsentViewModel(context, () -> privacy().consents(), () -> search(asked));
        found.addListener((property, before, now) -> consents.about(data(now)));
    }

    private static Optional<PersonalData> data(Optional<FindOutcome> outcome) {
        return outcome.filter(FindOutcome.Found.class::isInstance)
                .map(FindOutcome.Found.class::cast)
                .map(FindOutcome.Found::data);
    }

    /** A sentence in whatever language the window has by then. */
    record Said(String key, List<Object> arguments) {
        static Said of(String key, Object... arguments) {
            return new Said(key, List.of(arguments));
        }
    }

    private record Rules(Optional<Integer> days, List<DueEvent> due) {}

    private PrivacyServices privacy() {
        return services.people().privacy();
    }

    void attach() {
        rules.request();
    }

    /** Whom it was about is nobody's business who comes by later. */
    void detach() {
        found.set(Optional.empty());
        plan.set(Optional.empty());
        problem.set(Optional.empty());
    }

    private void ruled(Rules now) {
        rule.set(now.days());
        due.setAll(now.due());
    }

    void search(String typed) {
        plan.set(Optional.empty());
        problem.set(Optional.empty());
        asked = typed.strip();
        if (asked.isEmpty()) {
            found.set(Optional.empty());
            return;
        }
        PersonQuery query = new PersonQuery(asked, null);
        context.tasks()
                .read(() -> privacy().people().find(query))
                .onSuccess(outcome -> found.set(Optional.of(outcome)))
                .start();
    }

    /** What erasing would change, before anybody is asked whether they want it. */
    void plan() {
        problem.set(Optional.empty());
        EraseRequest tried = new EraseRequest(new PersonQuery(asked, null), "", true, false);
        EraseRequest forced = new EraseRequest(new PersonQuery(asked, null), "", true, true);
        context.tasks()
                .read(() -> new Planned(privacy().people().erase(tried), erased(forced)))
                .onSuccess(this::planned)
                .start();
    }

    private record Planned(EraseOutcome tried, EraseOutcome forced) {}

    private EraseOutcome erased(EraseRequest request) {
        return privacy().people().erase(request);
    }

    private void planned(Planned planned) {
        admits.set(false);
        if (planned.tried() instanceof EraseOutcome.StillAdmits open) {
            refused(open);
        }
        if (planned.forced() instanceof EraseOutcome.Erased) {
            plan.set(Optional.of(planned.forced()));
        } else {
            refused(planned.forced());
        }
    }

    void cancelPlan() {
        plan.set(Optional.empty());
        problem.set(Optional.empty());
    }

    void erase(String reason, boolean force) {
        EraseRequest request = new EraseRequest(new PersonQuery(asked, null), reason, false, force);
        context.tasks().write(() -> erased(request)).onSuccess(this::erased).start();
    }

    private void erased(EraseOutcome outcome) {
        if (outcome instanceof EraseOutcome.Erased) {
            plan.set(Optional.empty());
            problem.set(Optional.empty());
            found.set(Optional.of(new FindOutcome.Nobody()));
            context.notices().tell(context.language().get("privacy.erase.done"));
            rules.request();
        } else {
            refused(outcome);
        }
    }

    private void refused(EraseOutcome outcome) {
        admits.set(outcome instanceof EraseOutcome.StillAdmits);
        problem.set(
                switch (outcome) {
                    case EraseOutcome.Erased done -> Optional.empty();
                    case EraseOutcome.Nobody nobody -> Optional.of(Said.of("privacy.nobody"));
                    case EraseOutcome.Several several -> Optional.of(Said.of("privacy.several"));
                    case EraseOutcome.NoReason none -> Optional.of(Said.of("privacy.reason.need"));
                    case EraseOutcome.WorksHere here ->
                            Optional.of(Said.of("privacy.workshere", here.name()));
                    case EraseOutcome.StillAdmits open ->
                            Optional.of(Said.of("privacy.stilladmits", events(open)));
                });
    }

    private static String events(EraseOutcome.StillAdmits open) {
        return String.join(", ", open.events().stream().map(each -> each.name()).toList());
    }

    /** Writes down what is kept of the person who was found. */
    boolean write(PersonalData data, OutputStream out) throws IOException {
        privacy()
                .documents()
                .write(
                        data,
                        new PersonalDocuments.Form(
                                rule.get().orElse(0),
                                services.facts().clock().instant(),
                                context.language().locale(),
                                false),
                        out);
        return true;
    }

    /**
     * @param typed days, or nothing for no limit
     */
    void keepFor(String typed) {
        Optional<Integer> days;
        try {
            days = typed.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(typed.strip()));
        } catch (NumberFormatException e) {
            wrongDays();
            return;
        }
        context.tasks()
                .write(() -> privacy().retention().keepFor(days))
                .onSuccess(
                        kept -> {
                            if (kept) {
                                problem.set(Optional.empty());
                                rules.request();
                            } else {
                                wrongDays();
                            }
                        })
                .start();
    }

    private void wrongDays() {
        problem.set(Optional.of(Said.of("privacy.retention.wrong", RetentionService.LONGEST)));
    }

    /** Erases those whose time is over; somebody has said yes. */
    void apply() {
        applying.set(Optional.of(Said.of("privacy.retention.progress", 0, tickets())));
        running =
                context.tasks()
                        .bulk(progress -> privacy().retention().apply(progress))
                        .onProgress(new Watch())
                        .onSuccess(this::applied)
                        .onCancelled(this::stopped)
                        .onEnd(
                                () -> {
                                    applying.set(Optional.empty());
                                    rules.request();
                                })
                        .start();
    }

    private void applied(RetentionService.Applied applied) {
        context.notices()
                .tell(
                        context.language()
                                .get(
                                        "privacy.applied",
                                        applied.tickets(),
                                        applied.events().size(),
                                        applied.again()));
    }

    /** Takes effect between two parts; what was erased by then stays so. */
    void stop() {
        running.cancel();
    }

    private void stopped() {
        context.notices().tell(context.language().get("privacy.retention.stopped"));
    }

    /** Tickets whose time is over. */
    int tickets() {
        return due.stream().mapToInt(DueEvent::tickets).sum();
    }

    private final class Watch implements Progress {
        @Override
        public void at(long done, long total) {
            if (applying.get().isPresent()) {
                applying.set(Optional.of(Said.of("privacy.retention.progress", done, total)));
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    Optional<PersonalData> found() {
        return data(found.get());
    }

    ReadOnlyObjectProperty<Optional<FindOutcome>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EraseOutcome>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Said>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Integer>> ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Said>> applyingProperty() {
        return applying.getReadOnlyProperty();
    }

    /** Whether what is planned takes somebody's name off a ticket that still admits. */
    ReadOnlyBooleanProperty admitsProperty() {
        return admits.getReadOnlyProperty();
    }

    ConsentViewModel consents() {
        return consents;
    }

    /** In which moments are said. */
    ZoneId zone() {
        return services.facts().clock().getZone();
    }

    ObservableList<DueEvent> due() {
        return due;
    }
}
