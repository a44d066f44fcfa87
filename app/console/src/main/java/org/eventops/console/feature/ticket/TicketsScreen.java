package org.eventops.console.feature.ticket;

import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.PageHeader;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.EventRow;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** Tickets go out; their keys; what a signed code says. */
public final class TicketsScreen implements Screen {
    public static final String KEY = "app.screen.tickets";

    private final ScreenContext context;
    private final KeysViewModel keys;
    private final IssueViewModel issue;
    private final Node root;
    private final ChangeListener<Optional<EventRow>> eventChanged =
            (property, before, now) -> load();

    public TicketsScreen(
            ScreenContext context,
            IssueViewModel issue,
            KeysViewModel keys,
            AttendeeSearch search,
            ZoneId zone) {
        this.context = context;
        this.keys = keys;
        this.issue = issue;
        this.root = lay(search, zone);
    }

    private Node lay(AttendeeSearch search, ZoneId zone) {
        Language language = context.language();
        IssueCard all = new IssueCard(language, issue);
        VBox left = new VBox(all, new OneTicketCard(context, search, all::issue));
        left.getStyleClass().add("stack");
        FlowPane cards = new FlowPane(left, new KeysCard(context, keys, zone));
        cards.getStyleClass().add("setup-cards");
        VBox page =
                new VBox(new PageHeader(language.of(KEY), language.of("ticket.page.line")), cards);
        page.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private void load() {
        keys.load();
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.CONFIRMATION_NUMBER;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        context.current().property().addListener(eventChanged);
        load();
    }

    @Override
    public void detach() {
        context.current().property().removeListener(eventChanged);
    }
}
