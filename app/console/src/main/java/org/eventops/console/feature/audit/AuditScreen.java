package org.eventops.console.feature.audit;

import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.FileSaving;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditVerdict;
import org.eventops.domain.audit.Deed;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** Who did what to what, when and from where. */
public final class AuditScreen implements Screen {
    public static final String KEY = "app.screen.audit";

    private static final double CHOICE = 300;

    private final Language language;
    private final AuditViewModel model;
    private final ZoneId zone;
    private final FileSaving saving;
    private final TableView<AuditLine> table = new TableView<>();
    private final TextField search = new TextField();

    /**
     * @param zone of the moments that are shown
     */
    public AuditScreen(ScreenContext context, AuditViewModel model, ZoneId zone) {
        this.language = context.language();
        this.model = model;
        this.zone = zone;
        this.saving = new FileSaving(context);
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.HISTORY_EDU;
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
        VBox made =
                new VBox(
                        new PageHeader(
                                language.of(KEY), language.of("audit.line"), verify(), export()),
                        search(),
                        verdict(),
                        table(),
                        whole(),
                        more());
        made.getStyleClass().add("page");
        return made;
    }

    private Button verify() {
        Button button = Controls.button(language, "audit-verify", "audit.verify", model::verify);
        button.disableProperty().bind(model.verifyingProperty());
        return button;
    }

    private Button export() {
        Button button = Controls.button(language, "audit-export", "audit.export", () -> {});
        button.setOnAction(
                event ->
                        saving.choose(
                                button.getScene().getWindow(),
                                "eventops-audit.csv",
                                model::export));
        return button;
    }

    private Node search() {
        search.setId("audit-search");
        search.promptTextProperty().bind(language.of("audit.search"));
        search.accessibleTextProperty().bind(language.of("audit.search"));
        search.textProperty().addListener((property, before, now) -> model.search(now));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox row = new HBox(search, deeds());
        row.getStyleClass().add("actions");
        return row;
    }

    private ComboBox<Optional<Deed>> deeds() {
        ComboBox<Optional<Deed>> box = new ComboBox<>();
        box.setId("audit-deed");
        box.setMaxWidth(CHOICE);
        box.getItems().add(Optional.empty());
        Stream.of(Deed.values()).map(Optional::of).forEach(box.getItems()::add);
        box.setValue(Optional.empty());
        box.accessibleTextProperty().bind(language.of("audit.deed"));
        box.valueProperty().addListener((property, before, now) -> model.only(now));
        LiveCell.install(box, language, each -> words().choice(each));
        return box;
    }

    private Label verdict() {
        Label label = Captions.plain("audit-verdict", "audit-verdict");
        label.setWrapText(true);
        Runnable show =
                () -> {
                    Optional<AuditVerdict> found = model.verdictProperty().get();
                    boolean bad = found.filter(each -> !each.sound()).isPresent();
                    label.getStyleClass().removeAll("field-error", "success");
                    label.getStyleClass().add(bad ? "field-error" : "success");
                    label.setText(
                            model.verifyingProperty().get()
                                    ? language.get("audit.verifying")
                                    : found.map(words()::verdict).orElse(""));
                    Presence.set(label, !label.getText().isEmpty());
                };
        model.verdictProperty().addListener((property, before, now) -> show.run());
        model.verifyingProperty().addListener((property, before, now) -> show.run());
        language.textsProperty().addListener((property, before, now) -> show.run());
        show.run();
        return label;
    }

    private Label more() {
        Label label = Captions.plain("audit-more", "muted");
        Runnable show =
                () -> {
                    label.setText(language.get("audit.more", AuditViewModel.MOST));
                    Presence.set(label, model.lines().size() == AuditViewModel.MOST);
                };
        model.lines().addListener((ListChangeListener<AuditLine>) change -> show.run());
        language.textsProperty().addListener((property, before, now) -> show.run());
        show.run();
        return label;
    }

    /** What the columns have no room for, of the line that is chosen. */
    private Label whole() {
        Label label = Captions.plain("audit-whole", "audit-whole");
        label.setWrapText(true);
        var chosen = table.getSelectionModel().selectedItemProperty();
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> chosen.get() == null ? "" : words().whole(chosen.get(), zone),
                                chosen,
                                language.textsProperty()));
        return Presence.whenever(Bindings.isNotNull(chosen), label);
    }

    private AuditWords words() {
        return new AuditWords(language.texts(), model.events());
    }

    private TableView<AuditLine> table() {
        table.setId("audit");
        table.accessibleTextProperty().bind(language.of(KEY));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(
                        Columns.text(
                                language,
                                "audit.at",
                                170,
                                each -> Formats.brief(each.what().at(), zone, language.locale())));
        table.getColumns().add(Columns.text(language, "audit.who", 130, each -> words().who(each)));
        table.getColumns()
                .add(Columns.text(language, "audit.device", 110, each -> each.what().device()));
        table.getColumns()
                .add(Columns.text(language, "audit.deed", 190, each -> words().deed(each)));
        table.getColumns()
                .add(Columns.text(language, "audit.table", 180, each -> words().of(each)));
        table.getColumns()
                .add(Columns.text(language, "audit.details", 340, each -> words().details(each)));
        table.setItems(model.lines());
        table.setPlaceholder(
                new EmptyState(
                        language, Material2AL.HISTORY_EDU, "audit.none.title", "audit.none.line"));
        language.textsProperty().addListener((property, before, now) -> table.refresh());
        TableCopy.install(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }
}
