package org.eventops.domain.backup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which backups are kept: the last full one of each of so many days, weeks and months on which one
 * was taken, and the newest two. Incremental ones stay while they belong to one of those two, whose
 * minutes may still be asked for.
 */
public record RetentionPolicy(int days, int weeks, int months) {
    public static final RetentionPolicy USUAL = new RetentionPolicy(7, 4, 12);

    private static final int FULLS_WITH_MINUTES = 2;

    /**
     * @param own all of one store in one folder
     * @param zone whose days and weeks are meant
     * @return what may go; never the newest full one, nor what one that stays needs
     */
    public List<BackupFile> superfluous(List<BackupFile> own, ZoneId zone) {
        List<BackupFile> fulls =
                own.stream()
                        .filter(each -> each.facts().isFull())
                        .sorted(Comparator.comparing(RetentionPolicy::until).reversed())
                        .toList();
        Set<UUID> kept = new HashSet<>();
        keep(kept, fulls, days, each -> at(each, zone).toLocalDate());
        keep(kept, fulls, weeks, each -> week(at(each, zone)));
        keep(
                kept,
                fulls,
                months,
                each -> at(each, zone).getYear() * 12 + at(each, zone).getMonthValue());
        // Also where both are of one day: the newest is taken when what the other goes on with is
        // damaged, and nobody has seen yet which minutes that costs.
        List<BackupFile> newest = fulls.stream().limit(FULLS_WITH_MINUTES).toList();
        newest.forEach(each -> kept.add(each.facts().id()));
        keepMinutes(kept, newest, own);
        return own.stream().filter(each -> !kept.contains(each.facts().id())).toList();
    }

    private static void keepMinutes(Set<UUID> kept, List<BackupFile> newest, List<BackupFile> own) {
        BackupChain chain = new BackupChain(own);
        for (BackupFile each : own) {
            if (!each.facts().isFull()
                    && chain.of(each) instanceof BackupChain.Parts parts
                    && newest.contains(parts.database())) {
                kept.add(each.facts().id());
            }
        }
    }

    /** The first of each group, of the first so many groups; they come newest first. */
    private static void keep(
            Set<UUID> kept, List<BackupFile> fulls, int count, Function<BackupFile, Object> group) {
        Set<Object> seen = new HashSet<>();
        for (BackupFile each : fulls) {
            if (seen.size() < count && seen.add(group.apply(each))) {
                kept.add(each.facts().id());
            }
        }
    }

    private static int week(ZonedDateTime at) {
        return at.get(IsoFields.WEEK_BASED_YEAR) * 100 + at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** Also where the clock was put back, a later one reaches further. */
    private static Instant until(BackupFile backup) {
        return backup.facts().span().until();
    }

    private static ZonedDateTime at(BackupFile backup, ZoneId zone) {
        return backup.facts().takenAt().atZone(zone);
    }
}
