package org.eventops.persistence.capture;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners which features and events a committed transaction touched. */
public final class ChangeFeed implements LocalChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Map<String, Feature> FEATURES =
            Map.ofEntries(
                    Map.entry("event", Feature.EVENT),
                    Map.entry("status_change", Feature.EVENT),
                    Map.entry("series_date", Feature.EVENT),
                    Map.entry("product", Feature.TICKETING),
                    Map.entry("promo", Feature.TICKETING),
                    Map.entry("question", Feature.TICKETING),
                    Map.entry("ticket_order", Feature.TICKETING),
                    Map.entry("ticket", Feature.TICKETING),
                    Map.entry("revoked_code", Feature.TICKETING),
                    Map.entry("signing_key", Feature.TICKETING),
                    Map.entry("ticket_look", Feature.TICKETING),
                    Map.entry("gate", Feature.DOOR),
                    Map.entry("checkin_list", Feature.DOOR),
                    Map.entry("scan", Feature.DOOR),
                    Map.entry("scan_undo", Feature.DOOR),
                    Map.entry("badge_layout", Feature.BADGE),
                    Map.entry("badge_print", Feature.BADGE),
                    Map.entry("venue", Feature.VENUE),
                    Map.entry("sponsor", Feature.SPONSOR),
                    Map.entry("person", Feature.PEOPLE),
                    Map.entry("staff", Feature.PEOPLE),
                    Map.entry("consent", Feature.PEOPLE),
                    Map.entry("erasure", Feature.PEOPLE),
                    Map.entry("org_setting", Feature.PEOPLE),
                    Map.entry("stock", Feature.TICKETING),
                    Map.entry("lease", Feature.TICKETING),
                    Map.entry("stock_sale", Feature.TICKETING),
                    Map.entry("conflict", Feature.SYNC),
                    Map.entry(Machinery.AUDIT, Feature.AUDIT));

    private final List<Consumer<LocalChange>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Subscription listen(Consumer<LocalChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void committed(Map<String, Set<UUID>> touched) {
        Map<Feature, Set<UUID>> byFeature = new EnumMap<>(Feature.class);
        touched.forEach(
                (table, scopes) -> {
                    Feature feature = FEATURES.get(table);
                    if (feature == null) {
                        throw new IllegalStateException("no feature for table " + table);
                    }
                    byFeature.computeIfAbsent(feature, unused -> new HashSet<>()).addAll(scopes);
                });
        byFeature.forEach((feature, scopes) -> tell(new LocalChange(feature, scopes)));
    }

    private void tell(LocalChange change) {
        for (Consumer<LocalChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                // The change is committed: a listener's fault must not be reported as a lost write.
                LOG.error("a listener failed on a change of {}", change.feature(), e);
            }
        }
    }
}
