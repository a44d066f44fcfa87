package org.eventops.console.feature.people;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.sync.CodeDrawing;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Who works here, as what, and whose password opens this console. */
public final class PeopleScreen implements Screen {
    public static final String KEY = "app.screen.people";

    private final Language language;
    private final PeopleViewModel model;
    private final CodeDrawing codes;
    private final TableView<PersonRow> table = new TableView<>();

    public PeopleScreen(ScreenContext context, PeopleViewModel model, CodeDrawing codes) {
        this.language = context.language();
        this.model = model;
        this.codes = codes;
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2MZ.PEOPLE;
    }

    @Override
    public void attach() {
        model.attach();
    }

    @Override
    public void detach() {
        model.detach();
    }

    @Override
    public Node node() {
        PersonCard person = new PersonCard(language, model);
        SecondFactorCard second = new SecondFactorCard(language, model, codes);
        VBox side =
                new VBox(
                        problem(),
                        person.node(),
                        second.node(),
                        new ComputerCard(language, model).node(),
                        new AddPersonCard(language, model).node());
        side.getStyleClass().add("people-side");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare", "people-scroll");
        VBox left = new VBox(warning(), table());
        left.getStyleClass().add("stack");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox both = new HBox(left, scroll);
        both.getStyleClass().add("people-split");
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox made = new VBox(new PageHeader(language.of(KEY), language.of("people.line")), both);
        made.getStyleClass().add("page");
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> person.show(now));
        model.rows().addListener((ListChangeListener<PersonRow>) change -> select());
        select();
        return made;
    }

    /** The person whose row it was stays chosen when the rows are read again. */
    private void select() {
        PersonRow before = table.getSelectionModel().getSelectedItem();
        List<PersonRow> rows = List.copyOf(model.rows());
        table.getItems().setAll(rows);
        rows.stream()
                .filter(each -> before != null && each.name().equals(before.name()))
                .findFirst()
                .ifPresentOrElse(
                        table.getSelectionModel()::select, table.getSelectionModel()::selectFirst);
    }

    /** Until the first password is given, whoever opens the computer opens everything. */
    private Node warning() {
        Label words = Captions.of(language, "people.unprotected", "people-warning");
        words.setId("people-unprotected");
        Runnable show =
                () ->
                        Presence.set(
                                words,
                                model.loadedProperty().get()
                                        && model.rows().stream().noneMatch(PersonRow::password));
        model.rows().addListener((ListChangeListener<PersonRow>) change -> show.run());
        model.loadedProperty().addListener((property, before, now) -> show.run());
        show.run();
        return words;
    }

    private Label problem() {
        Label label = Captions.plain("people-problem", "field-error");
        Runnable show =
                () -> {
                    label.setText(model.problemProperty().get().map(language::get).orElse(""));
                    Presence.set(label, model.problemProperty().get().isPresent());
                };
        model.problemProperty().addListener((property, before, now) -> show.run());
        language.textsProperty().addListener((property, before, now) -> show.run());
        show.run();
        return label;
    }

    private TableView<PersonRow> table() {
        table.setId("people");
        table.accessibleTextProperty().bind(language.of(KEY));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text(language, "people.name", 200, PersonRow::name));
        table.getColumns().add(Columns.text(language, "people.role", 150, this::role));
        table.getColumns().add(Columns.text(language, "people.email", 200, PersonRow::email));
        table.getColumns().add(Columns.text(language, "people.opens", 190, this::opens));
        table.setPlaceholder(
                new EmptyState(
                        language, Material2MZ.PEOPLE, "people.none.title", "people.none.line"));
        language.textsProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!table.getItems().isEmpty()) {
                                select();
                            }
                        });
        TableCopy.install(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private String role(PersonRow each) {
        if (!each.member().hasRole()) {
            return language.get("people.leftOver");
        }
        Stream<String> everywhere =
                each.role().stream().map(role -> language.get("people.role." + role));
        Stream<String> at =
                each.at().stream()
                        .map(
                                one ->
                                        language.get(
                                                "people.role.at",
                                                language.get("people.role." + one.role()),
                                                one.eventName()));
        return Stream.concat(everywhere, at).collect(Collectors.joining(" · "));
    }

    private String opens(PersonRow each) {
        if (!each.password()) {
            return language.get("people.opens.no");
        }
        return language.get(each.secondFactor() ? "people.opens.second" : "people.opens.password");
    }
}
