package org.eventops.console.feature.sync;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Permits;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.SyncFeed;
import org.eventops.console.shell.SyncFeed.Standing;
import org.eventops.console.shell.SyncWords;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Permission;
import org.eventops.domain.sync.SyncControl.Connection;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Where this console stands with its hub, and what its people have to decide. */
public final class SyncScreen implements Screen {
    public static final String KEY = "app.screen.sync";

    private final Language language;
    private final SyncFeed feed;
    private final ConnectViewModel connect;
    private final ConflictsViewModel conflicts;
    private final StateCard state;
    private final Permits permits;
    private final Node connecting;
    private final Node files;
    private final Node deciding;
    private final ConsolesCard consoles;
    private final Button now = new Button();
    private final ScrollPane root;

    public SyncScreen(
            ScreenContext context,
            ConsoleServices services,
            SyncFeed feed,
            ConnectViewModel connect,
            ConflictsViewModel conflicts) {
        this.language = context.language();
        this.feed = feed;
        this.connect = connect;
        this.conflicts = conflicts;
        this.state = new StateCard(language, feed, services.facts());
        this.connecting = new ConnectCard(language, connect).node();
        this.permits = context.permits();
        this.files = new FilesCard(language, new FilesViewModel(context, services)).node();
        this.deciding = new ConflictsCard(language, conflicts).node();
        this.consoles = new ConsolesCard(context, services);
        this.root = lay(services);
        consoles.whenOpened(this::reveal);
        feed.standingProperty().addListener((property, before, standing) -> show(standing));
        show(feed.standingProperty().get());
    }

    private ScrollPane lay(ConsoleServices services) {
        now.setId("sync-now");
        now.textProperty().bind(language.of("sync.now"));
        now.setMnemonicParsing(true);
        now.setGraphic(new FontIcon(Material2MZ.SYNC));
        now.getStyleClass().add("accent");
        now.setOnAction(event -> services.sync().control().now());
        PageHeader header =
                new PageHeader(
                        language.of(KEY),
                        Bindings.createStringBinding(
                                this::line, feed.standingProperty(), language.textsProperty()),
                        now);
        VBox page = new VBox(header, state.node(), connecting, deciding, consoles.node(), files);
        page.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    /** Scrolls to the consoles. */
    private void reveal() {
        root.applyCss();
        root.layout();
        Node page = root.getContent();
        double beyond = page.getLayoutBounds().getHeight() - root.getViewportBounds().getHeight();
        double top = consoles.node().getBoundsInParent().getMinY();
        root.setVvalue(beyond <= 0 ? 0 : Math.min(1, top / beyond));
    }

    private String line() {
        return feed.standingProperty()
                .get()
                .connection()
                .map(this::line)
                .orElseGet(() -> language.get("sync.line.alone"));
    }

    private String line(Connection connection) {
        return language.get(
                "sync.line.connected",
                connection.device(),
                connection.hub(),
                connection.tenant(),
                new SyncWords(language.texts()).role(connection.role()));
    }

    private void show(Standing standing) {
        consoles.follow(standing);
        boolean alone = standing.connection().isEmpty();
        State at = standing.status().state();
        // A hub that knows this console no more lets it in again only with another enrolment.
        boolean unknown = standing.status().trouble() == Trouble.REFUSED;
        Presence.set(
                connecting,
                permits.mayEverywhere(Permission.CHANGE_DEVICES)
                        && ((alone && at != State.OFF) || unknown));
        Presence.set(state.node(), !alone || at != State.ALONE);
        Presence.set(deciding, !alone && permits.mayAnywhere(Permission.SETTLE_CONFLICTS));
        Presence.set(files, !alone && permits.mayEverywhere(Permission.SET_UP_CONSOLE));
        Presence.set(now, !alone && at != State.LOCKED && at != State.OFF);
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2MZ.SYNC;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        feed.load();
        state.start();
        conflicts.attach();
        consoles.attach(feed.standingProperty().get());
    }

    @Override
    public void detach() {
        state.stop();
        conflicts.detach();
        consoles.detach();
        connect.leave();
    }

    @Override
    public Map<String, Runnable> states() {
        return Map.of();
    }
}
