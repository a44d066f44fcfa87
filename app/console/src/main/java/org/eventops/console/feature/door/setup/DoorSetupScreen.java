package org.eventops.console.feature.door.setup;

import java.time.Clock;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.door.DoorScreen;
import org.eventops.console.feature.door.DoorSounds;
import org.eventops.console.feature.door.DoorViewModel;
import org.eventops.console.feature.door.duty.PinPane;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.PageHeader;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;

/** People and PINs, kiosk and lock, sounds: what is set up before the queue forms. */
public final class DoorSetupScreen implements Screen {
    public static final String KEY = "app.screen.doorSetup";

    private final ScreenContext context;
    private final DoorStaff staff;
    private final DoorSounds sounds;
    private final StackPane root = new StackPane();

    public DoorSetupScreen(
            ScreenContext context,
            DoorStaff staff,
            DoorViewModel door,
            DoorSounds sounds,
            Clock clock) {
        this.context = context;
        this.staff = staff;
        this.sounds = sounds;
        PinPane asked = new PinPane(context.language(), staff.duty(), clock, false);
        StackPane.setAlignment(asked, Pos.TOP_RIGHT);
        StackPane.setMargin(asked, new Insets(12, 20, 12, 20));
        asked.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getStyleClass().add("door-setup");
        root.getChildren().addAll(page(door), asked);
    }

    private Node page(DoorViewModel door) {
        Language language = context.language();
        VBox right =
                new VBox(
                        new KioskCard(language, door.options(), staff, () -> kiosk(door)),
                        new SoundCard(language, door.options(), sounds));
        right.getStyleClass().add("stack");
        FlowPane cards = new FlowPane(new StaffCard(language, staff), right);
        cards.getStyleClass().add("setup-cards");
        VBox page =
                new VBox(new PageHeader(language.of(KEY), language.of("door.setup.line")), cards);
        page.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private void kiosk(DoorViewModel door) {
        context.navigation().open(DoorScreen.KEY);
        door.kiosk().enter();
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2MZ.SECURITY;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        sounds.load();
        staff.load();
    }

    @Override
    public void detach() {
        staff.duty().cancel();
    }
}
