package org.eventops.console.services;

import org.eventops.domain.change.IdSource;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.settings.Settings;

/** The store as the window sees it. */
public record StoreServices(
        Transactions transactions, LocalChanges changes, IdSource ids, Settings settings) {}
