package org.eventops.console.feature.door.duty;

import java.time.Clock;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What stands over the window while it is locked. */
public final class LockCurtain extends VBox {
    public LockCurtain(Language language, DoorDuty duty, Clock clock) {
        setId("lock-curtain");
        getStyleClass().add("lock-curtain");
        FontIcon symbol = new FontIcon(Material2AL.LOCK);
        symbol.getStyleClass().add("lock-symbol");
        Label title = new Label();
        title.textProperty().bind(language.of("door.lock.title"));
        title.getStyleClass().add("lock-title");
        Label heard = new Label();
        heard.setId("lock-heard");
        heard.textProperty().bind(language.of("door.lock.heard"));
        heard.getStyleClass().add("lock-heard");
        heard.setWrapText(true);
        heard.visibleProperty().bind(duty.heardProperty());
        heard.managedProperty().bind(duty.heardProperty());
        getChildren().addAll(symbol, title, heard, new PinPane(language, duty, clock, true));
    }
}
