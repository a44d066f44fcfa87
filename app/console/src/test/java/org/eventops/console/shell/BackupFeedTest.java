package org.eventops.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.console.FakeServices;
import org.eventops.console.platform.ImmediateTaskRunner;
import org.eventops.console.services.BackupServices;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.backup.BackupArchive;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.BackupPlaces;
import org.eventops.domain.backup.BackupService;
import org.eventops.domain.backup.TakeOutcome;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.junit.jupiter.api.Test;

/** Backups that come by themselves while the window is open, and what people are told of them. */
class BackupFeedTest implements Notices {
    private final List<String> told = new ArrayList<>();
    private final Access access = new Access();
    private final Shelf shelf = new Shelf();
    private final HandClock clock = new HandClock();
    private final BackupFeed feed = feed();

    private BackupFeed feed() {
        StoreServices store = FakeServices.of().store();
        BackupPlaces places =
                new BackupPlaces(
                        store.transactions(), store.settings(), access, FakeServices.audit());
        StatusViewModel status = new StatusViewModel();
        ScreenContext context =
                new ScreenContext(
                        new ImmediateTaskRunner(status),
                        status,
                        new Language(Locale.ENGLISH),
                        new CurrentEvent(),
                        this,
                        new Screens(),
                        new Permits(access, new CurrentEvent()));
        BackupService service = new BackupService(shelf, places, clock, ZoneOffset.UTC);
        return new BackupFeed(new BackupServices(service, places), access, context, clock);
    }

    @Test
    void oneComesWhenItIsDueAndNobodyIsTold() {
        feed.tick();
        feed.tick();
        assertThat(shelf.files).hasSize(1);
        clock.now = clock.now.plus(Duration.ofHours(1));
        feed.tick();
        assertThat(shelf.files).hasSize(2);
        assertThat(told).isEmpty();
        assertThat(feed.standingProperty().get().underWay()).isFalse();
        assertThat(feed.standingProperty().get().state().orElseThrow().own()).hasSize(2);
    }

    @Test
    void itComesAlsoWhileSomebodyWorksWhoMayNotTakeOne() {
        access.take(new Worker("Eva", Set.of(Role.DOOR_STEWARD), java.util.Map.of()));
        feed.tick();
        assertThat(shelf.files).hasSize(1);
        assertThat(feed.permitted()).isFalse();
        assertThat(feed.standingProperty().get().state()).isEmpty();
    }

    @Test
    void whatFailedIsToldAndTriedAgainAnHourLater() {
        shelf.full = true;
        feed.tick();
        assertThat(told).singleElement().asString().contains("The disk is full");
        shelf.full = false;
        clock.now = clock.now.plus(Duration.ofMinutes(59));
        feed.tick();
        assertThat(shelf.files).isEmpty();
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        feed.tick();
        assertThat(shelf.files).hasSize(1);
    }

    @Test
    void whoAsksForOneIsToldWhatCameOfIt() {
        feed.backUp();
        assertThat(told)
                .singleElement()
                .asString()
                .isEqualTo("Backup taken and restored for trial.");
    }

    @Override
    public void tell(String sentence) {
        told.add(sentence);
    }

    @Override
    public void tellWith(String sentence, String action, Runnable then) {
        told.add(sentence);
    }

    @Override
    public void tellWithUndo(String sentence, Runnable undo) {
        told.add(sentence);
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T18:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Backups of which there are only the facts. */
    private final class Shelf implements BackupArchive {
        private final List<BackupFile> files = new ArrayList<>();
        private boolean full;

        @Override
        public Path place() {
            return Path.of("backups");
        }

        @Override
        public TakeOutcome take(BackupKind kind, Path folder, Progress progress) {
            if (full) {
                throw new StoreException(StoreException.Problem.DISK_FULL, "");
            }
            Optional<UUID> before =
                    files.isEmpty() ? Optional.empty() : Optional.of(files.getFirst().facts().id());
            BackupFacts facts =
                    new BackupFacts(
                            UUID.randomUUID(),
                            kind,
                            before,
                            clock.now,
                            new BackupFacts.Span(clock.now, clock.now),
                            BackupFacts.Key.PASSWORDS);
            files.addFirst(new BackupFile(Path.of(facts.id().toString()), 1 << 20, facts));
            return new TakeOutcome.Taken(files.getFirst(), 1);
        }

        @Override
        public VerifyOutcome verify(Path file, Progress progress) {
            return new VerifyOutcome.Sound(files.getFirst(), 1);
        }

        @Override
        public List<BackupFile> in(Path folder) {
            return List.copyOf(files);
        }

        @Override
        public List<Path> unreadable(Path folder) {
            return List.of();
        }

        @Override
        public boolean isOwn(BackupFile backup) {
            return true;
        }

        @Override
        public void delete(BackupFile backup) {
            files.remove(backup);
        }

        @Override
        public boolean copy(BackupFile backup, Path folder) {
            return true;
        }
    }
}
