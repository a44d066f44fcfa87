package org.eventops.console.feature.privacy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.privacy.ConsentOutcome;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.domain.privacy.Subject;

/** What the person who was found has agreed to, and writing down what they say now. */
final class ConsentViewModel {
    private final ScreenContext context;
    private final Supplier<ConsentService> service;
    private final Runnable again;
    private final ReadOnlyObjectWrapper<Optional<ConsentOutcome.Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PersonalData>> person =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param again looks again at what is kept of the person
     */
    ConsentViewModel(ScreenContext context, Supplier<ConsentService> service, Runnable again) {
        this.context = context;
        this.service = service;
        this.again = again;
    }

    void about(Optional<PersonalData> found) {
        problem.set(Optional.empty());
        person.set(found);
    }

    List<PersonalRow> given() {
        return person.get().map(data -> data.of(Part.CONSENT)).orElseGet(List::of);
    }

    /** Events at which something is kept of them. */
    List<KeptEvent> events() {
        return person.get().map(PersonalData::events).orElseGet(List::of);
    }

    /** Where it was said. */
    Optional<KeptEvent> event(PersonalRow consent) {
        return events().stream()
                .filter(each -> each.id().value().equals(consent.scope()))
                .findFirst();
    }

    /** Where they can be written to; without that, nothing can be agreed to. */
    Optional<String> contact() {
        return person.get()
                .map(PersonalData::subject)
                .filter(
                        subject ->
                                subject.kind() == Subject.Kind.EMAIL
                                        || subject.kind() == Subject.Kind.PHONE)
                .map(Subject::value);
    }

    void record(KeptEvent event, ConsentService.Said said) {
        context.tasks()
                .write(() -> service.get().record(event.id(), said))
                .onSuccess(this::recorded)
                .start();
    }

    private void recorded(ConsentOutcome outcome) {
        switch (outcome) {
            case ConsentOutcome.Saved saved -> {
                problem.set(Optional.empty());
                context.notices().tell(context.language().get("privacy.consent.saved"));
                again.run();
            }
            case ConsentOutcome.Problem wrong -> problem.set(Optional.of(wrong));
        }
    }

    ReadOnlyObjectProperty<Optional<ConsentOutcome.Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<PersonalData>> personProperty() {
        return person.getReadOnlyProperty();
    }
}
